package dev.switchboard.webhooks.ncco;

import static dev.switchboard.webhooks.ncco.Ncco.advancedMachineDetection;
import static dev.switchboard.webhooks.ncco.Ncco.app;
import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.conversation;
import static dev.switchboard.webhooks.ncco.Ncco.dtmf;
import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.notifyAt;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.record;
import static dev.switchboard.webhooks.ncco.Ncco.sip;
import static dev.switchboard.webhooks.ncco.Ncco.sipTrunk;
import static dev.switchboard.webhooks.ncco.Ncco.speech;
import static dev.switchboard.webhooks.ncco.Ncco.ssml;
import static dev.switchboard.webhooks.ncco.Ncco.stream;
import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static dev.switchboard.webhooks.ncco.Ncco.transcription;
import static dev.switchboard.webhooks.ncco.Ncco.transfer;
import static dev.switchboard.webhooks.ncco.Ncco.vbc;
import static dev.switchboard.webhooks.ncco.Ncco.waitFor;
import static dev.switchboard.webhooks.ncco.Ncco.websocket;
import static dev.switchboard.webhooks.ncco.Ncco.whenAnswered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.NotifyEvent;
import dev.switchboard.webhooks.voice.RecordEvent;
import dev.switchboard.webhooks.voice.TranscriptionEvent;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NccoTest {
  private static final URI BASE = URI.create("https://pizza.example/app/");
  private static final Route<InputEvent> CHOICE = Route.nccoCallback("/choice");
  private static final Route<RecordEvent> RECORDED = Route.callback("/recorded");
  private static final Route<TranscriptionEvent> WRITTEN = Route.callback("/written");
  private static final Route<CallEvent> LEG = Route.callback("/leg");
  private static final Route<CallEvent> NCCO_LEG = Route.nccoCallback("/ncco-leg");
  private static final Route<NotifyEvent> NOTED = Route.nccoCallback("/noted");
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
  void talks() {
    TalkAction talk =
        talk("Hi").language("en-GB").style(2).premium(true).loop(3).level(-0.40);
    assertJson(
        talk,
        "{'action':'talk','text':'Hi','language':'en-GB','style':2,'premium':true,'loop':3,'level':-0.4}");
    assertThat(talk.text()).hasValue("Hi");
    assertThat(talk.language()).hasValue("en-GB");
    assertThat(talk.style()).hasValue(2);
    assertThat(talk.premium()).hasValue(true);
    assertThat(talk.loop()).hasValue(3);
    assertThat(talk.level().orElseThrow()).isEqualByComparingTo("-0.4");
    assertThat(talk.allowsBargeIn()).isEmpty();
    assertThat(talk("Hi").with("pitch", "low").json().text("pitch")).hasValue("low");
  }

  @Test
  void refusesTalksOutOfRange() {
    assertRefused(() -> talk(""), "talk.text is 1 to 1500 characters, not 0.");
    assertRefused(() -> talk("x".repeat(1501)), "talk.text is 1 to 1500 characters, not 1501.");
    assertRefused(() -> talk("Hi").level(99), "level is -1 to 1, not 99.0.");
    assertRefused(() -> talk("Hi").level(Double.NaN), "level is -1 to 1, not NaN.");
    assertRefused(() -> talk("Hi").loop(-1), "loop is 0 or more, not -1.");
    assertRefused(() -> talk("Hi").style(-1), "talk.style is 0 or more, not -1.");
    assertThat(talk("\uD83C\uDF55".repeat(1500)).text()).isPresent();
    assertThat(
            talk("<speak><break time=\"1s\"/>" + "x".repeat(1500) + "</speak>").text())
        .isPresent();
  }

  @Test
  void escapesSpeech() {
    assertJson(
        talk(ssml()
            .text("Tom & <Jerry>\u0000")
            .pause(Duration.ofSeconds(1))
            .sayAs("digits", "1\"2")),
        "{'action':'talk','text':'<speak>Tom &amp; &lt;Jerry&gt;<break time=\\'1000ms\\'/>"
            + "<say-as interpret-as=\\'digits\\'>1&quot;2</say-as></speak>'}");
    assertThat(ssml()
            .paragraph(ssml().sentence(ssml().in("fr-FR", "Ça va?")))
            .raw("<mark name=\"x\"/>")
            .write())
        .isEqualTo("<speak><p><s><lang xml:lang=\"fr-FR\">Ça va?</lang></s></p>"
            + "<mark name=\"x\"/></speak>");
    assertThat(ssml().text("4711")).hasToString("speech of 4 characters");
    assertRefused(() -> ssml().pause(Duration.ofMillis(-1)), "A pause cannot be negative.");
  }

  @Test
  void streams() {
    StreamAction stream = stream("/hold.mp3").loop(0).level(1);
    assertJson(stream, "{'action':'stream','streamUrl':['/hold.mp3'],'loop':0,'level':1}");
    assertThat(stream.streamUrl()).hasValue("/hold.mp3");
    assertThat(stream.loop()).hasValue(0);
    assertRefused(
        () -> stream("//evil.example/x.mp3"),
        "streamUrl is a path such as /hold.mp3 or an http or https URL, not \"//evil.example/x.mp3\".");
  }

  @Test
  void letsTheCallerInterrupt() {
    Ncco ncco = Ncco.of(
        talk("One.").bargeIn(stream("/two.mp3").bargeIn(input().digits(1).to(CHOICE))),
        talk("Bye."));
    assertThat(ncco.actions()).hasSize(4);
    assertThat(ncco).hasToString("[talk, stream, input, talk]");
    assertThat(((TalkAction) ncco.actions().get(0)).allowsBargeIn()).hasValue(true);
    assertThat(((StreamAction) ncco.actions().get(1)).allowsBargeIn()).hasValue(true);
    assertThat(ncco.check()).extracting(Finding::rule).containsExactly(Rule.AFTER_INPUT);
  }

  @Test
  void listens() {
    InputAction keys = input()
        .dtmf(dtmf().maxDigits(20).timeOut(Duration.ZERO).submitOnHash(true))
        .to(CHOICE.with("order", "a b"));
    assertJson(
        keys,
        "{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':20,'timeOut':0,'submitOnHash':true},"
            + "'eventUrl':['/choice?order=a%20b']}");
    assertThat(keys.dtmf().orElseThrow().timeOut()).hasValue(Duration.ZERO);
    assertThat(keys.dtmf().orElseThrow().maxDigits()).hasValue(20);
    assertThat(keys.dtmf().orElseThrow().submitOnHash()).hasValue(true);
    assertThat(keys.eventUrl()).hasValue("/choice?order=a%20b");

    InputAction words = input()
        .digits(4)
        .speech(speech()
            .language("en-GB")
            .context("small", "large")
            .uuid("leg")
            .endOnSilence(Duration.ofMillis(400))
            .startTimeout(Duration.ofSeconds(5))
            .maxDuration(Duration.ofSeconds(60))
            .saveAudio(true)
            .sensitivity(10));
    assertJson(
        words,
        "{'action':'input','type':['dtmf','speech'],'dtmf':{'maxDigits':4},'speech':{'language':'en-GB',"
            + "'context':['small','large'],'uuid':['leg'],'endOnSilence':0.4,'startTimeout':5,"
            + "'maxDuration':60,'saveAudio':true,'sensitivity':10}}");
    Speech speech = words.speech().orElseThrow();
    assertThat(speech.endOnSilence()).hasValue(Duration.ofMillis(400));
    assertThat(speech.context().orElseThrow()).containsExactly("small", "large");
    assertThat(speech.uuid()).hasValue("leg");
    assertThat(speech.sensitivity()).hasValue(10);
    assertThat(words.types()).containsExactly("dtmf", "speech");
  }

  @Test
  void listensToEveryKeyWhileItGoesOn() {
    assertJson(
        input().digits(3).asynchronous(),
        "{'action':'input','type':['dtmf'],'mode':'asynchronous'}");
    assertJson(input().asynchronous().dtmf(dtmf()), "{'action':'input','type':['dtmf'],'dtmf':{}}");
    assertThat(input().asynchronous().mode()).hasValue("asynchronous");
  }

  @Test
  void refusesInputsOutOfRange() {
    assertRefused(() -> input().digits(0), "dtmf.maxDigits is 1 to 20, not 0.");
    assertRefused(
        () -> dtmf().timeOut(Duration.ofSeconds(11)), "dtmf.timeOut is 0 to 10 seconds, not 11.");
    assertRefused(
        () -> dtmf().timeOut(Duration.ofMillis(1500)),
        "dtmf.timeOut is a whole number of seconds, not 1.5.");
    assertRefused(
        () -> speech().endOnSilence(Duration.ofMillis(399)),
        "speech.endOnSilence is 0.4 to 10 seconds, not 0.399.");
    assertRefused(() -> speech().sensitivity(101), "speech.sensitivity is 10 to 100, not 101.");
  }

  @Test
  void records() {
    RecordAction record = record()
        .format(RecordAction.Format.OGG)
        .splitChannels(2)
        .endOnSilence(Duration.ofSeconds(3))
        .endOnKey('#')
        .timeOut(Duration.ofHours(2))
        .beepStart(true)
        .transcription(transcription().language("en-GB").sentimentAnalysis(true).to(WRITTEN))
        .to(RECORDED.method("GET"));
    assertJson(
        record,
        "{'action':'record','format':'ogg','split':'conversation','channels':2,'endOnSilence':3,'endOnKey':'#',"
            + "'timeOut':7200,'beepStart':true,'transcription':{'language':'en-GB','sentimentAnalysis':true,"
            + "'eventUrl':['/written']},'eventUrl':['/recorded'],'eventMethod':'GET'}");
    assertThat(record.splitChannels()).hasValue(2);
    assertThat(record.timeOut()).hasValue(Duration.ofHours(2));
    assertThat(record.eventMethod()).hasValue("GET");
    assertThat(record.transcription().orElseThrow().eventUrl()).hasValue("/written");
    assertThat(record.to(RECORDED).eventMethod()).isEmpty();
    assertRefused(() -> record().splitChannels(33), "record.channels is 1 to 32, not 33.");
    assertRefused(
        () -> record().endOnKey('x'), "record.endOnKey is one of 0 to 9, * and #, not 'x'.");
  }

  @Test
  void joinsConferences() {
    ConversationAction conference = conversation("board")
        .musicOnHoldUrl("https://cdn.example/hold.mp3")
        .startOnEnter(false)
        .endOnExit(true)
        .transcription(transcription())
        .canHear("a", "b")
        .canSpeakToNobody()
        .to(RECORDED);
    assertJson(
        conference,
        "{'action':'conversation','name':'board','musicOnHoldUrl':['https://cdn.example/hold.mp3'],"
            + "'startOnEnter':false,'endOnExit':true,'record':true,'transcription':{},'canHear':['a','b'],"
            + "'canSpeak':[],'eventUrl':['/recorded']}");
    assertThat(conference.canSpeak().orElseThrow()).isEmpty();
    assertThat(conference.mute(true).canSpeak()).isEmpty();
    assertThat(conference.mute(true).canSpeak("a").mute()).isEmpty();
    assertThat(conference.record(false).transcription()).isEmpty();
    assertRefused(() -> conversation(" "), "conversation.name cannot be blank.");
    assertRefused(
        () -> conversation("x").canHear("x", new String[50]),
        "participants of a conversation is 0 to 50, not 51.");
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

  @Test
  void pausesTellsAndTransfers() {
    assertJson(waitFor(Duration.ofMillis(500)), "{'action':'wait','timeout':0.5}");
    assertRefused(
        () -> waitFor(Duration.ofHours(3)), "wait.timeout is 0.1 to 7200 seconds, not 10800.");
    NotifyAction told = notifyAt(NOTED, Map.of("step", 2, "path", "/x"));
    assertJson(told, "{'action':'notify','payload':{'path':'/x','step':2},'eventUrl':['/noted']}");
    assertThat(told.payload().orElseThrow().integer("step")).hasValue(2L);
    assertJson(
        transfer("CON-1").mute(true).canSpeak("a").canHearNobody(),
        "{'action':'transfer','conversationId':'CON-1','canSpeak':['a'],'canHear':[]}");
  }

  @Test
  void writesUrlsAndNothingElseAbsolute() {
    Ncco ncco = Ncco.of(
        notifyAt(NOTED, Map.of("eventUrl", "/stays", "url", "/stays")),
        record().transcription(transcription().to(WRITTEN)).to(RECORDED),
        connect(phone("447700900000", whenAnswered().run(GREETING, "/r.mp3")))
            .ringbackTone("/t.mp3"),
        connect(websocket("/sound")),
        conversation("/name").musicOnHoldUrl("/hold.mp3"));
    assertThat(ncco.write(BASE)).isEqualTo("""
            [{'action':'notify','payload':{'eventUrl':'/stays','url':'/stays'},\
            'eventUrl':['https://pizza.example/app/noted']},\
            {'action':'record','transcription':{'eventUrl':['https://pizza.example/app/written']},\
            'eventUrl':['https://pizza.example/app/recorded']},\
            {'action':'connect','endpoint':[{'type':'phone','number':'447700900000',\
            'onAnswer':{'url':'https://pizza.example/app/greeting','ringbackTone':'https://pizza.example/app/r.mp3'}}],\
            'ringbackTone':'https://pizza.example/app/t.mp3'},\
            {'action':'connect','endpoint':[{'type':'websocket','uri':'wss://pizza.example/app/sound',\
            'content-type':'audio/l16;rate=16000'}]},\
            {'action':'conversation','name':'/name','musicOnHoldUrl':['https://pizza.example/app/hold.mp3']}]""".replace('\'', '"'));
    assertThat(ncco.writeBytes(BASE)).asString().isEqualTo(ncco.write(BASE));
  }

  @Test
  void isWrittenOnceForEachBaseUrlInARow() {
    Ncco ncco = Ncco.of(input().digits(1).to(CHOICE));
    String once = ncco.write(BASE);
    assertThat(ncco.write(BASE)).isSameAs(once);
    assertThat(ncco.write(URI.create("http://localhost:1")))
        .contains("\"http://localhost:1/choice\"");
    assertThat(ncco.write(BASE)).isEqualTo(once);
    ncco.writeBytes(BASE)[0] = 0;
    assertThat(ncco.write(BASE)).isEqualTo(once);
    assertRefused(() -> ncco.write(URI.create("ftp://x")), "The base URL is http or https.");
  }

  @Test
  void readsAnythingAndKeepsIt() {
    String text =
        "[{\"action\":\"talk\",\"text\":7,\"new\":[1.50]},{\"action\":\"foo\"},3,{\"action\":\"pay\",\"amount\":9.99,"
            + "\"prompts\":[{\"type\":\"CardNumber\",\"text\":\"Card?\",\"errors\":{\"Timeout\":{\"text\":\"Late\"}}}],"
            + "\"voice\":{\"language\":\"en-GB\",\"style\":1}}]";
    Ncco ncco = Ncco.parse(text);
    assertThat(ncco.write(BASE)).isEqualTo(text);
    assertThat(((TalkAction) ncco.actions().get(0)).text()).hasValue("7");
    assertThat(ncco.actions().get(1)).isInstanceOf(Action.Other.class);
    assertThat(ncco.actions().get(2)).isInstanceOf(UnknownAction.class);
    PayAction pay = (PayAction) ncco.actions().get(3);
    assertThat(pay.amount().orElseThrow()).isEqualByComparingTo("9.99");
    assertThat(pay.prompts().get(0).error("Timeout")).hasValue("Late");
    assertThat(pay.prompts().get(0).text()).hasValue("Card?");
    assertThat(pay.language()).hasValue("en-GB");
    assertThat(pay.style()).hasValue(1);
    assertThat(ncco).hasToString("[talk, foo, ?, pay]");

    Ncco object = Ncco.parse("{\"error\":\"x\"}");
    assertThat(object.actions()).isEmpty();
    assertThat(object.write(BASE)).isEqualTo("{\"error\":\"x\"}");
    assertThatThrownBy(() -> Ncco.parse("[")).isInstanceOf(JsonException.class);
  }

  @Test
  void equalsByWhatItSays() {
    assertThat(Ncco.of(talk("Hi").loop(1)))
        .isEqualTo(Ncco.parse("[{\"loop\":1.0,\"text\":\"Hi\",\"action\":\"talk\"}]"))
        .hasSameHashCodeAs(Ncco.of(talk("Hi").loop(1)))
        .isNotEqualTo(Ncco.of(talk("Hi")));
    assertThat(Endpoint.read(Json.object("type", "fax"))).isInstanceOf(Endpoint.Other.class);
  }
}
