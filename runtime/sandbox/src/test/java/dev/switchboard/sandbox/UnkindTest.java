package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-meaning client sends: each is refused with a sentence, none ends a call or the sandbox. */
class UnkindTest {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900999";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private TestApp app;
  private Rest rest = new Rest(sandbox);

  @BeforeEach
  void register() throws IOException {
    app = new TestApp();
    Json application = app.register(sandbox, NUMBER);
    rest = rest.asApplication(
        application.required("id"), application.get("keys").required("private_key"));
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'to':5}",
        "{'to':[5],'from':{'type':'phone','number':'1'},'ncco':[]}",
        "{'to':[{'type':'phone','number':'1'}],'from':5,'ncco':'x'}",
        "{'to':[{'type':'phone','number':'447700900555'}],'random_from_number':true,'answer_url':['http://[']}",
        "{'to':[{'type':'phone','number':'447700900555'}],'random_from_number':true,'answer_url':['http://a b']}",
        "{'to':[{'type':'phone','number':'447700900555'}],'random_from_number':true,'event_url':['http://%'],'ncco':[]}",
        "{'to':[{'type':'phone','number':'447700900555'}],'random_from_number':true,'ncco':[{'action':5}]}",
        "{'to':[{'type':'phone','number':'447700900555'}],'random_from_number':true,'ncco':[{'action':'pay'}]}",
        "{'to':[{'type':'websocket','uri':'http://a.example'}],'random_from_number':true,'ncco':[]}",
        "{'to':[{'type':'phone','number':'447700900555'}],'random_from_number':true,'ringing_timer':'x','ncco':[]}"
      })
  void aCallThatMakesNoSenseIsRefused(String body) {
    Reply reply = rest.json("POST", "/v1/calls", json(body));
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.json().get("invalid_parameters").items()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'action':'transfer','destination':{'type':'ncco','url':['http://[']}}",
        "{'action':'transfer','destination':{'type':'ncco','ncco':[{'action':'talk'}]}}",
        "{'action':'transfer','destination':5}",
        "{'action':'explode'}",
        "{'action':5}",
        "[]",
        "{"
      })
  void steeringThatMakesNoSenseIsRefusedAndTheCallGoesOn(String body) {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'wait','timeout':60},{'action':'talk','text':'Still here.'}]"));
    Call call = sandbox.call(PERSON, NUMBER);
    sandbox.advance(Duration.ofSeconds(1));
    Reply reply = rest.json("PUT", "/v1/calls/" + call.uuid(), json(body));
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    call.hears("Still here.").ends();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'action':'input','type':['dtmf'],'eventUrl':['http://[']},{'action':'talk','text':'On.'}]",
        "[{'action':'notify','payload':{},'eventUrl':['http://%zz']},{'action':'talk','text':'On.'}]",
        "[{'action':'connect','endpoint':[{'type':'websocket','uri':'ws://[','content-type':'audio/l16;rate=16000'}]},{'action':'talk','text':'On.'}]",
        "[{'action':'connect','endpoint':[{'type':'phone','number':'447700900555','onAnswer':{'url':'http://['}}],'limit':1},{'action':'talk','text':'On.'}]"
      })
  void anAddressThatIsNoneEndsInAFallbackOrIsPassedOver(String ncco) {
    app.on("/answer", Answer.ncco(ncco));
    app.on("/fallback", Answer.ncco("[{'action':'talk','text':'Sorry.'}]"));
    Call call = sandbox.call(PERSON, NUMBER);
    call.ends();
    assertThat(call.transcript().heard()).containsAnyOf("On.", "Sorry.");
  }

  @Test
  void theCallOfAnotherApplicationIsUnknown() throws IOException {
    app.on("/answer", Answer.ncco("[{'action':'wait','timeout':60}]"));
    Call call = sandbox.call(PERSON, NUMBER);
    try (TestApp stranger = new TestApp()) {
      Json other = stranger.register(sandbox, "447700900001");
      Rest theirs = new Rest(sandbox)
          .asApplication(other.required("id"), other.get("keys").required("private_key"));
      String path = "/v1/calls/" + call.uuid();
      assertThat(theirs.get(path).status()).isEqualTo(404);
      assertThat(theirs.json("PUT", path, "{\"action\":\"hangup\"}").status()).isEqualTo(404);
      assertThat(theirs.json("PUT", path + "/talk", "{\"text\":\"Boo\"}").status())
          .isEqualTo(404);
      assertThat(theirs.get("/v1/calls").json().integer("count")).contains(0L);
    }
    assertThat(call.status()).isEqualTo("answered");
    call.hangUp();
  }

  @Test
  void whoHangsUpMidwayLeavesNothingBehind() {
    app.on(
        "/answer",
        Answer.ncco(
            "[{'action':'record','endOnKey':'#'},{'action':'connect','endpoint':[{'type':'phone','number':'447700900555'}]}]"));
    Call call = sandbox.call(PERSON, NUMBER);
    sandbox.advance(Duration.ofSeconds(1));
    call.hangUp();
    call.hangUp();
    String path = "/v1/calls/" + call.uuid();
    assertThat(rest.json("PUT", path, "{\"action\":\"hangup\"}").status()).isEqualTo(404);
    assertThat(rest.json("PUT", path + "/dtmf", "{\"digits\":\"1\"}").status()).isEqualTo(404);
    assertThat(rest.get(path).json().required("status")).isEqualTo("completed");
    assertThat(app.statuses("/event")).endsWith("completed").doesNotHaveDuplicates();
  }

  @Test
  void aMethodIsWrittenInCapitals() {
    assertThat(rest.json("get", "/v1/calls", "").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "1e400", "99999999999999999999", "\"soon\""})
  void aTimeBeforeNowOrBeyondAllIsRefused(String after) {
    Reply reply = rest.json(
        "POST", "/sandbox/phones/447700900555", "{\"status\":\"busy\",\"after\":" + after + "}");
    assertThat(reply.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'target':'','fault':'503'}",
        "{'target':'answer_url','fault':'503','times':99999999999}",
        "{'target':'answer_url','fault':'503','times':-1}",
        "{'target':'answer_url','fault':'503','times':'often'}"
      })
  void aFaultThatCannotBeIsRefused(String body) {
    assertThat(rest.json("POST", "/sandbox/faults", json(body)).status()).isEqualTo(400);
    assertThat(sandbox.faults().lines()).isEmpty();
  }
}
