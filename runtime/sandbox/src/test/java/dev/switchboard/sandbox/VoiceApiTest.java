package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acceptance 5, outbound calls and their control. */
class VoiceApiTest {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900099";
  private static final String CALLS = "/v1/calls";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final TestApp app;
  private Json application = Json.object();
  private Rest rest = new Rest(sandbox);

  VoiceApiTest() throws IOException {
    app = new TestApp();
  }

  @BeforeEach
  void register() {
    application = app.register(sandbox, NUMBER);
    rest = rest.asApplication(
        application.required("id"), application.get("keys").required("private_key"));
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @Test
  void callsWithAnNcco() {
    Reply created = call("'ncco':[{'action':'talk','text':'Your pizza is ready.'}]");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().text("status")).contains("started");
    sandbox.callee(PERSON).hears("Your pizza is ready.").ends();

    assertThat(app.statuses("/event"))
        .containsExactly("started", "ringing", "answered", "completed");
    assertThat(app.requests("/answer")).isEmpty();
    Json record = rest.get(CALLS + "/" + created.json().required("uuid")).json();
    assertThat(record.text("status")).contains("completed");
    assertThat(record.text("duration")).contains("0");
    assertThat(rest.get(CALLS + "?status=completed").json().integer("count")).contains(1L);
    assertThat(rest.get(CALLS + "?status=busy").json().integer("count")).contains(0L);
  }

  @Test
  void fetchesTheNccoAfterThePickUp() {
    app.on("/mine", Answer.ncco("[{'action':'talk','text':'Hello.'}]"));
    sandbox.whenCalled(PERSON, "answered", Duration.ofSeconds(8));
    call("'answer_url':['" + app.url("/mine") + "']");
    assertThat(app.requests("/mine")).isEmpty();
    sandbox.callee(PERSON).hears("Hello.").ends();

    assertThat(app.requests("/mine").get(0).json().text("to")).contains(PERSON);
  }

  @Test
  void tellsThatNobodyAnswers() {
    sandbox.whenCalled(PERSON, "answered", Duration.ofMinutes(5));
    call("'ringing_timer':20,'ncco':[{'action':'talk','text':'Hello.'}]");
    Call callee = sandbox.callee(PERSON).ends();

    assertThat(callee.transcript().heard()).isEmpty();
    assertThat(app.statuses("/event"))
        .containsExactly("started", "ringing", "timeout", "completed");
  }

  @Test
  void steersACall() {
    String uuid = call("'ncco':[{'action':'wait','timeout':600}]").json().required("uuid");
    Call callee = sandbox.callee(PERSON);
    sandbox.advance(Duration.ofSeconds(1));
    String path = CALLS + "/" + uuid;

    assertThat(put(path + "/talk", "{'text':'Wait.'}").json().text("uuid")).contains(uuid);
    assertThat(
            put(path + "/stream", "{'stream_url':['https://a.example/m.mp3']}").status())
        .isEqualTo(200);
    assertThat(put(path + "/dtmf", "{'digits':'12'}").status()).isEqualTo(200);
    assertThat(rest.delete(path + "/talk").status()).isEqualTo(200);
    for (String action : new String[] {"mute", "unmute", "earmuff", "unearmuff"}) {
      assertThat(put(path, "{'action':'" + action + "'}").status()).isEqualTo(204);
    }
    callee.hears("Wait.").hears("https://a.example/m.mp3").hears("tones 12");
    assertThat(put(
                path,
                "{'action':'transfer','destination':{'type':'ncco','ncco':[{'action':'talk','text':'New.'},"
                    + "{'action':'wait','timeout':600}]}}")
            .status())
        .isEqualTo(204);
    callee.hears("New.");
    assertThat(put(path, "{'action':'hangup'}").status()).isEqualTo(204);
    callee.ends();
    assertThat(put(path, "{'action':'hangup'}").status()).isEqualTo(404);
  }

  @Test
  void sendsEachKeyWhereTheApiSaysSo() {
    String uuid = call("'ncco':[{'action':'wait','timeout':600}]").json().required("uuid");
    Call callee = sandbox.callee(PERSON);
    sandbox.advance(Duration.ofSeconds(1));
    String path = CALLS + "/" + uuid + "/input/dtmf";
    assertThat(put(path, "{}").status()).isEqualTo(400);
    assertThat(put(path, "{'event_url':['" + app.url("/keys") + "']}").status()).isEqualTo(200);
    callee.press("5p#");
    assertThat(rest.delete(path).status()).isEqualTo(204);
    assertThat(put(CALLS + "/" + uuid, "{'action':'hangup'}").status()).isEqualTo(204);
    callee.ends();

    assertThat(app.requests("/keys").stream()
            .map(event -> event.json().get("dtmf").text("digits").orElse("")))
        .containsExactly("5", "#");
    assertThat(app.requests("/keys").get(0).json().text("uuid")).contains(uuid);
    assertThat(put(path, "{'event_url':['" + app.url("/keys") + "']}").status()).isEqualTo(404);
  }

  @Test
  void takesALegAwayFromTheOtherOne() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'connect','endpoint':[{'type':'phone','number':'" + PERSON
            + "'}]},{'action':'talk','text':'They were put elsewhere.'}]"));
    Call caller = sandbox.call("447700900001");
    Call callee = sandbox.callee(PERSON);
    callee.says("Hello?");
    assertThat(put(
                CALLS + "/" + callee.uuid(),
                "{'action':'transfer','destination':{'type':'ncco','ncco':[{'action':'talk','text':'Elsewhere.'}]}}")
            .status())
        .isEqualTo(204);

    callee.hears("Elsewhere.").ends();
    caller.hears("Hello?").hears("They were put elsewhere.").ends();
  }

  @Test
  void keepsTheNccoWhenATransferFindsNone() {
    String uuid = call("'ncco':[{'action':'wait','timeout':5},{'action':'talk','text':'Bye.'}]")
        .json()
        .required("uuid");
    app.on("/gone", Answer.status(404));
    app.on("/fallback", Answer.status(404));
    put(
        CALLS + "/" + uuid,
        "{'action':'transfer','destination':{'type':'ncco','url':['" + app.url("/gone") + "']}}");

    sandbox.callee(PERSON).hears("Bye.").ends();
    assertThat(app.requests("/gone")).hasSize(1);
  }

  @Test
  void givesARecordingToItsApplicationOnly() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'record','endOnKey':'#','transcription':{'language':'en-US'}}]"));
    Call call = sandbox.call("447700900001");
    call.says("My name is Ann.").press("#").ends();
    Json recorded = app.requests("/event").stream()
        .map(event -> event.json())
        .filter(event -> event.has("recording_url"))
        .findFirst()
        .orElseThrow();
    String path = "/v1/files/" + recorded.required("recording_uuid");

    assertThat(rest.get(path).body()).startsWith("RIFF");
    assertThat(rest.get("/api.nexmo.com" + path).body()).startsWith("RIFF");
    assertThat(recorded.required("recording_url")).endsWith("/api.nexmo.com" + path);
    assertThat(new Rest(sandbox).get(path).status()).isEqualTo(401);
    Json text = rest.get(path + "/transcription").json();
    assertThat(text.get("channels").get(0).get("transcript").get(0).required("sentence"))
        .isEqualTo("My name is Ann.");
    assertThat(rest.get(path + "/other").status()).isEqualTo(404);
    assertThat(rest.json("PUT", path, "{}").status()).isEqualTo(405);
  }

  @Test
  void leadsFromPageToPage() {
    for (int i = 0; i < 3; i++) {
      call("'ncco':[]");
    }
    Json first = rest.get(CALLS + "?page_size=2").json();
    String next = first.get("_links").get("next").required("href");
    assertThat(next).startsWith(sandbox.uri().toString());
    Json second = rest.get(next.substring(sandbox.uri().toString().length())).json();
    assertThat(first.get("_embedded").get("calls").items()).hasSize(2);
    assertThat(second.get("_embedded").get("calls").items()).hasSize(1);
    assertThat(second.get("_links").has("next")).isFalse();
    assertThat(second.get("_links").get("prev").required("href")).contains("record_index=0");
  }

  @Test
  void refusesAWrongToken() {
    Rest stranger = new Rest(sandbox)
        .asApplication(
            application.required("id"), RsaKeys.pem(RsaKeys.generate().getPrivate()));
    assertThat(stranger.get(CALLS).status()).isEqualTo(401);
    assertThat(new Rest(sandbox).get(CALLS).status()).isEqualTo(401);
    assertThat(rest.get(CALLS + "/no-such-call").status()).isEqualTo(404);
    sandbox.advance(Duration.ofMinutes(20));
    assertThat(rest.get(CALLS).problem()).isEqualTo("jwt-expired");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'ncco':[]} | to",
        "{'to':[{'type':'phone','number':'447700900099'}],'ncco':[]} | from",
        "{'to':[{'type':'phone','number':'447700900099'}],'random_from_number':true} | ncco",
        "{'to':[{'type':'phone','number':'447700900099'}],'random_from_number':true,'ncco':[{'action':'sing'}]} | ncco",
        "{'to':[{'type':'phone','number':'447700900099'}],'random_from_number':true,'answer_url':['x']} | answer_url",
        "{'to':[{'type':'phone','number':'447700900099'}],'random_from_number':true,'ncco':[],'ringing_timer':121}"
            + " | ringing_timer",
      })
  void namesWhatIsWrong(String body, String name) {
    Reply reply = rest.json("POST", CALLS, body.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("invalid_parameters").get(0).text("name")).contains(name);
  }

  private Reply call(String more) {
    String body = "{'to':[{'type':'phone','number':'" + PERSON
        + "'}],'from':{'type':'phone','number':'" + NUMBER + "'}," + more + "}";
    return rest.json("POST", CALLS, body.replace('\'', '"'));
  }

  private Reply put(String path, String body) {
    return rest.json("PUT", path, body.replace('\'', '"'));
  }
}
