package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the actions of an NCCO make of an inbound call: input, record, connect, notify. */
class CallActionsTest {
  private static final String NUMBER = "447700900123";
  private static final String CALLER = "447700900001";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final TestApp app;

  CallActionsTest() throws IOException {
    app = new TestApp();
  }

  @BeforeEach
  void register() {
    app.register(sandbox, NUMBER);
    app.on("/answer", Answer.ncco("[{'action':'talk','text':'Hello.'}]"));
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @Test
  void replacesTheNccoByTheAnswerToAnInput() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'talk','text':'Press.','bargeIn':true},"
            + "{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':1},'eventUrl':['"
            + app.url("/choice") + "']},"
            + "{'action':'talk','text':'Dropped.'}]"));
    app.on("/choice", Answer.ncco("[{'action':'talk','text':'Thank you.'}]"));
    sandbox.call(CALLER).hears("Press.").press("1").hears("Thank you.").ends();

    Json input = app.requests("/choice").get(0).json();
    assertThat(input.get("dtmf")).isEqualTo(Json.object("digits", "1", "timed_out", false));
  }

  @Test
  void goesOnWhenAnInputIsAnsweredWithNothing() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'input','type':['dtmf'],'eventUrl':['" + app.url("/choice") + "']},"
            + "{'action':'talk','text':'We heard nothing.'}]"));
    Instant start = sandbox.clock().instant();
    sandbox.call(CALLER).hears("We heard nothing.").ends();

    assertThat(Duration.between(start, sandbox.clock().instant())).isEqualTo(Duration.ofSeconds(3));
    Json dtmf = app.requests("/choice").get(0).json().get("dtmf");
    assertThat(dtmf.get("digits").isNull()).isTrue();
    assertThat(dtmf.flag("timed_out")).contains(true);
  }

  @Test
  void asksTheFallbackWhenAnInputUrlFailsAndGoesOnWhenThatFailsToo() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':1},'eventUrl':['"
            + app.url("/choice") + "']},{'action':'talk','text':'Still here.'}]"));
    app.on("/choice", Answer.status(500));
    app.on("/fallback", Answer.status(500));
    sandbox.call(CALLER).press("7").hears("Still here.").ends();

    Json fallback = app.requests("/fallback").get(0).json();
    assertThat(fallback.get("original_request").text("type")).contains("event");
    assertThat(fallback.get("dtmf").text("digits")).contains("7");
  }

  @Test
  void understandsSpeech() {
    app.on(
        "/answer",
        Answer.ncco(
            "[{'action':'input','type':['speech'],'eventUrl':['" + app.url("/choice") + "']}]"));
    app.on(
        "/choice",
        request -> Answer.ncco("[{'action':'talk','text':'You said "
            + request.json().get("speech").get("results").get(0).text("text").orElse("nothing")
            + ".'}]"));
    sandbox.call(CALLER).says("large").hears("You said large.").ends();
  }

  @Test
  void reportsARecording() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'record','endOnKey':'#','eventUrl':['" + app.url("/recorded")
            + "']}," + "{'action':'talk','text':'Got it.'}]"));
    Call call = sandbox.call(CALLER);
    sandbox.advance(Duration.ofSeconds(5));
    call.press("#").hears("Got it.").ends();

    Json recorded = app.requests("/recorded").get(0).json();
    assertThat(recorded.required("recording_url")).startsWith(sandbox.uri().toString());
    assertThat(recorded.integer("size")).contains(44L + 5 * 16_000);
  }

  @Test
  void asksForAnNccoWhenASynchronousConnectFails() {
    sandbox.whenCalled("447700900099", "busy", Duration.ofSeconds(2));
    app.on(
        "/answer",
        Answer.ncco("[{'action':'connect','eventType':'synchronous','eventUrl':['" + app.url("/leg")
            + "'],'endpoint':[{'type':'phone','number':'447700900099'}]}]"));
    app.on(
        "/leg",
        request -> request.json().text("status").equals(Optional.of("busy"))
            ? Answer.ncco("[{'action':'talk','text':'They are busy.'}]")
            : Answer.EMPTY);
    sandbox.call(CALLER).hears("They are busy.").ends();

    assertThat(app.statuses("/leg")).containsExactly("started", "ringing", "busy", "completed");
  }

  @Test
  void connectsTwoPeople() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'connect','endpoint':[{'type':'phone','number':'447700900099'}]},"
            + "{'action':'talk','text':'They hung up.'}]"));
    Call caller = sandbox.call(CALLER);
    sandbox.callee("447700900099").hangUp();
    caller.hears("They hung up.").ends();

    assertThat(app.statuses("/event"))
        .containsExactlyInAnyOrder(
            "started",
            "ringing",
            "answered",
            "started",
            "ringing",
            "answered",
            "completed",
            "completed");
  }

  @Test
  void waitsForANotification() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'notify','payload':{'a':1},'eventUrl':['" + app.url("/notify")
            + "']}," + "{'action':'talk','text':'Told.'}]"));
    sandbox.call(CALLER).hears("Told.").ends();

    assertThat(app.requests("/notify").get(0).json().get("payload")).isEqualTo(Json.object("a", 1));
  }
}
