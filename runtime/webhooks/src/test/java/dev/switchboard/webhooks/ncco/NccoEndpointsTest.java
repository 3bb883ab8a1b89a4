package dev.switchboard.webhooks.ncco;

import static dev.switchboard.webhooks.ncco.Ncco.advancedMachineDetection;
import static dev.switchboard.webhooks.ncco.Ncco.app;
import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.sip;
import static dev.switchboard.webhooks.ncco.Ncco.sipTrunk;
import static dev.switchboard.webhooks.ncco.Ncco.vbc;
import static dev.switchboard.webhooks.ncco.Ncco.websocket;
import static dev.switchboard.webhooks.ncco.Ncco.whenAnswered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Legs that an NCCO adds. */
class NccoEndpointsTest {
  private static final Route<CallEvent> LEG = Route.callback("/leg");
  private static final Route<CallEvent> NCCO_LEG = Route.nccoCallback("/ncco-leg");
  private static final Route<AnswerRequest> GREETING = Route.nccoCallback("/greeting");

  private static void assertJson(Step step, String json) {
    Ncco ncco = Ncco.of(step);
    assertThat(ncco.json().write()).isEqualTo("[" + json.replace('\'', '"') + "]");
    assertThat(ncco.check())
        .filteredOn(f -> f.severity() == Finding.Severity.ERROR)
        .isEmpty();
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void connects() {
    ConnectAction connect = connect(phone("447700900000"))
        .from("447700900001")
        .timeout(Duration.ofSeconds(20))
        .limit(Duration.ofMinutes(1))
        .machineDetection(MachineBehavior.HANGUP)
        .ringbackTone("/ring.mp3")
        .to(NCCO_LEG);
    assertJson(
        connect,
        "{'action':'connect','endpoint':[{'type':'phone','number':'447700900000'}],'from':'447700900001',"
            + "'timeout':20,'limit':60,'machineDetection':'hangup','ringbackTone':'/ring.mp3',"
            + "'eventUrl':['/ncco-leg'],'eventType':'synchronous'}");
    assertThat(connect.to(LEG).eventType()).isEmpty();
    assertThat(connect.randomFrom().from()).isEmpty();
    assertThat(connect.randomFrom().from("447700900001").randomFromNumber()).isEmpty();
    ConnectAction advanced =
        connect.advancedMachineDetection(advancedMachineDetection(MachineBehavior.CONTINUE)
            .mode(AdvancedMachineDetection.Mode.DETECT_BEEP)
            .beepTimeout(Duration.ofSeconds(45)));
    assertThat(advanced.machineDetection()).isEmpty();
    assertThat(advanced.json().get("advancedMachineDetection").write())
        .isEqualTo("{\"behavior\":\"continue\",\"mode\":\"detect_beep\",\"beep_timeout\":45}");
    assertThat(advanced.machineDetection(MachineBehavior.CONTINUE).advancedMachineDetection())
        .isEmpty();
    assertThat(connect.endpoints().get(0)).isInstanceOf(PhoneEndpoint.class);
    assertRefused(
        () -> connect.timeout(Duration.ofSeconds(2)),
        "connect.timeout is 3 to 7200 seconds, not 2.");
  }

  @Test
  void connectsEveryKindOfEndpoint() {
    assertJson(
        connect(
            phone("447700900000", whenAnswered().press("1p2").run(GREETING, "/connecting.mp3"))),
        "{'action':'connect','endpoint':[{'type':'phone','number':'447700900000','dtmfAnswer':'1p2',"
            + "'onAnswer':{'url':'/greeting','ringbackTone':'/connecting.mp3'}}]}");
    assertJson(
        connect(app("jamie")), "{'action':'connect','endpoint':[{'type':'app','user':'jamie'}]}");
    assertJson(
        connect(vbc("123")), "{'action':'connect','endpoint':[{'type':'vbc','extension':'123'}]}");
    assertJson(
        connect(websocket("/sound")
            .rate(WebsocketEndpoint.Rate.HZ_8000)
            .header("call", Map.of("id", 7))
            .authorizedByVonage()),
        "{'action':'connect','endpoint':[{'type':'websocket','uri':'/sound','content-type':'audio/l16;rate=8000',"
            + "'headers':{'call':{'id':7}},'authorization':{'type':'vonage'}}]}");
    assertJson(
        connect(sip("sip:a@b.example;transport=tls").header("location", "Rome").userToUser("x")),
        "{'action':'connect','endpoint':[{'type':'sip','uri':'sip:a@b.example;transport=tls',"
            + "'headers':{'location':'Rome'},'standardHeaders':{'User-to-User':'x'}}]}");
    assertJson(
        connect(sipTrunk("trunk", "a")),
        "{'action':'connect','endpoint':[{'type':'sip','domain':'trunk','user':'a'}]}");
    assertRefused(
        () -> websocket("wss://x.example").header("long", "x".repeat(512)),
        "websocket headers is 0 to 512 bytes of JSON, not 523.");
    assertThatThrownBy(() -> websocket("wss://x.example").authorizedBy("top\nsecret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
    assertRefused(
        () -> whenAnswered().press("1,2"),
        "dtmfAnswer is made of 0 to 9, *, # and p, not \"1,2\".");
  }
}
