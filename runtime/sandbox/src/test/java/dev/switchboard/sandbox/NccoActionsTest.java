package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actions of an NCCO, and the events that they send (domain: platform behaviour, section 5). */
class NccoActionsTest {
  private static final String NUMBER = "447700900123";
  private static final String CALLER = "447700900001";
  private static final String KITCHEN = "447700900099";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final TestApp app;

  NccoActionsTest() throws IOException {
    app = new TestApp();
  }

  @BeforeEach
  void register() {
    app.register(sandbox, NUMBER);
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  @Test
  void runsTheFallbacksNccoWhenAnInputUrlFails() {
    answer("{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':1},'eventUrl':['%s']},"
        + "{'action':'talk','text':'Dropped.'}");
    app.on("/hook", Answer.status(503));
    app.on("/fallback", Answer.ncco("[{'action':'talk','text':'Sorry.'}]"));
    Call call = sandbox.call(CALLER).press("7").hears("Sorry.").ends();

    assertThat(call.transcript().heard()).containsExactly("Sorry.");
    assertThat(app.requests("/hook")).hasSize(2);
    Json fallback = only("/fallback");
    assertThat(fallback.text("reason")).contains("HTTP 503");
    assertThat(fallback.get("original_request"))
        .isEqualTo(Json.object("url", app.url("/hook"), "type", "event"));
    assertThat(fallback.get("dtmf").text("digits")).contains("7");
  }

  @Test
  void neverAsksTheFallbackOverAPlainEvent() {
    app.on("/event", Answer.status(503));
    app.on("/answer", Answer.ncco("[{'action':'talk','text':'Hello.'}]"));
    sandbox.call(CALLER).hears("Hello.").ends();

    assertThat(app.requests("/fallback")).isEmpty();
  }

  @Test
  void sendsEachKeyOfAnAsynchronousInput() {
    answer("{'action':'input','type':['dtmf'],'mode':'asynchronous','eventUrl':['%s']},"
        + "{'action':'talk','text':'Press anything.'},{'action':'wait','timeout':60}");
    sandbox.call(CALLER).hears("Press anything.").press("4p2").hangUp();

    assertThat(app.requests("/hook").stream()
            .map(event -> event.json().get("dtmf").text("digits").orElse("")))
        .containsExactly("4", "2");
  }

  @Test
  void letsTheCallerInterruptAndTypeAhead() {
    answer("{'action':'talk','text':'A long story.','bargeIn':true},"
        + "{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':2},'eventUrl':['%s']}");
    app.on(
        "/hook",
        request -> Answer.ncco("[{'action':'talk','text':'You pressed "
            + request.json().get("dtmf").text("digits").orElse("nothing") + ".'}]"));
    sandbox
        .call(CALLER)
        .press("42")
        .hears("A long story.")
        .hears("You pressed 42.")
        .ends();
  }

  @Test
  void submitsOnHash() {
    answer("{'action':'input','type':['dtmf'],'dtmf':{'submitOnHash':true},'eventUrl':['%s']}");
    sandbox.call(CALLER).press("12#").ends();

    assertThat(only("/hook").get("dtmf"))
        .isEqualTo(Json.object("digits", "12", "timed_out", false));
  }

  @Test
  void tellsThatNothingWasSaid() {
    answer("{'action':'input','type':['speech'],'speech':{'startTimeout':4},'eventUrl':['%s']}");
    Instant start = sandbox.clock().instant();
    sandbox.call(CALLER).ends();

    assertThat(Duration.between(start, sandbox.clock().instant())).isEqualTo(Duration.ofSeconds(4));
    assertThat(only("/hook").get("speech").text("timeout_reason")).contains("start_timeout");
  }

  @Test
  void recordsAndTranscribes() {
    answer("{'action':'record','endOnKey':'#','transcription':{'eventUrl':['" + app.url("/text")
        + "']},'eventUrl':['%s']},{'action':'talk','text':'Got it.'}");
    Call call = sandbox.call(CALLER);
    sandbox.advance(Duration.ofSeconds(3));
    call.press("#").hears("Got it.").ends();

    Json recorded = only("/hook");
    assertThat(recorded.names())
        .containsExactlyInAnyOrder(
            "start_time",
            "end_time",
            "recording_url",
            "size",
            "recording_uuid",
            "conversation_uuid",
            "timestamp");
    Json transcribed = only("/text");
    assertThat(transcribed.text("status")).contains("transcribed");
    assertThat(transcribed.text("type")).contains("record");
    assertThat(transcribed.text("recording_uuid")).isEqualTo(recorded.text("recording_uuid"));
    assertThat(transcribed.required("transcription_url"))
        .startsWith(sandbox.uri().toString());
  }

  @Test
  void recordsUntilTheEndWhereNothingElseEndsIt() {
    answer("{'action':'record','eventUrl':['%s']},{'action':'wait','timeout':7}");
    sandbox.call(CALLER).ends();

    assertThat(only("/hook").integer("size")).contains(44L + 7 * 16_000);
  }

  @ParameterizedTest
  @CsvSource({"0.001, 100", "0.5, 500", "3, 3000", "9999, 7200000", "'', 10000"})
  void waits(String timeout, long millis) {
    answer("{'action':'wait'" + (timeout.isEmpty() ? "" : ",'timeout':" + timeout) + "}");
    Instant start = sandbox.clock().instant();
    Call call = sandbox.call(CALLER);
    sandbox.advance(Duration.ofMillis(millis - 1));
    assertThat(call.status()).isEqualTo("answered");
    sandbox.advance(Duration.ofMillis(1));

    assertThat(call.status()).isEqualTo("completed");
    assertThat(Duration.between(start, sandbox.clock().instant()).toMillis()).isEqualTo(millis);
  }

  @Test
  void goesOnWithTheNccoThatANotificationIsAnsweredWith() {
    answer("{'action':'notify','payload':{'step':1},'eventUrl':['%s'],'eventMethod':'GET'},"
        + "{'action':'talk','text':'Dropped.'}");
    app.on("/hook", Answer.ncco("[{'action':'talk','text':'Noted.'}]"));
    Call call = sandbox.call(CALLER).hears("Noted.").ends();

    assertThat(call.transcript().heard()).containsExactly("Noted.");
    WebhookRequest notified = app.requests("/hook").get(0);
    assertThat(notified.method()).isEqualTo("GET");
    assertThat(notified.json().text("payload")).contains("{\"step\":1}");
  }

  @ParameterizedTest
  @CsvSource({
    "busy, busy, ''",
    "rejected, rejected, declined",
    "unanswered, unanswered, unavailable",
    "failed, failed, cannot_route",
    "timeout, timeout, ''"
  })
  void asksForAnNccoWhenASynchronousConnectFails(String how, String status, String detail) {
    sandbox.whenCalled(KITCHEN, how, Duration.ofSeconds(2));
    answer("{'action':'connect','eventType':'synchronous','timeout':5,'eventUrl':['%s'],'endpoint':"
        + "[{'type':'phone','number':'" + KITCHEN + "'}]},{'action':'talk','text':'Dropped.'}");
    app.on(
        "/hook",
        request -> request.json().text("status").equals(Optional.of(status))
            ? Answer.ncco("[{'action':'talk','text':'Nobody there.'}]")
            : Answer.EMPTY);
    Call call = sandbox.call(CALLER).hears("Nobody there.").ends();

    assertThat(call.transcript().heard()).containsExactly("Nobody there.");
    Json failure = app.requests("/hook").stream()
        .map(WebhookRequest::json)
        .filter(event -> event.text("status").equals(Optional.of(status)))
        .findFirst()
        .orElseThrow();
    assertThat(failure.text("detail").orElse("")).isEqualTo(detail);
    // The closing event follows each failure but a rejection.
    assertThat(app.statuses("/hook").contains("completed")).isEqualTo(!how.equals("rejected"));
  }

  @Test
  void goesOnWhenASynchronousConnectIsAnsweredWithNothing() {
    sandbox.whenCalled(KITCHEN, "busy", Duration.ZERO);
    answer("{'action':'connect','eventType':'synchronous','eventUrl':['%s'],'endpoint':"
        + "[{'type':'phone','number':'" + KITCHEN + "'}]},{'action':'talk','text':'Next.'}");
    sandbox.call(CALLER).hears("Next.").ends();
  }

  @Test
  void ringsOneAfterAnother() {
    sandbox.whenCalled(KITCHEN, "busy", Duration.ZERO);
    answer("{'action':'connect','endpoint':[{'type':'phone','number':'" + KITCHEN + "'}]},"
        + "{'action':'connect','endpoint':[{'type':'phone','number':'447700900098'}]}");
    Call caller = sandbox.call(CALLER);
    Call second = sandbox.callee("447700900098");
    second.says("Hello?");
    caller.hears("Hello?").hangUp();
    second.ends();

    assertThat(caller.transcript().toString()).contains("447700900098 says \"Hello?\"");
  }

  @Test
  void letsTheCalleeHearSomethingFirst() {
    answer("{'action':'connect','endpoint':[{'type':'phone','number':'" + KITCHEN
        + "','onAnswer':{'url':'" + app.url("/whisper") + "'}}]}");
    app.on("/whisper", Answer.ncco("[{'action':'talk','text':'A customer.'}]"));
    Call caller = sandbox.call(CALLER);
    Call kitchen = sandbox.callee(KITCHEN).hears("A customer.");
    kitchen.says("Kitchen.");
    caller.hears("Kitchen.").hangUp();
    kitchen.ends();

    assertThat(app.requests("/whisper").get(0).json().text("to")).contains(KITCHEN);
  }

  @Test
  void endsACallAtItsLimit() {
    answer("{'action':'connect','limit':30,'endpoint':[{'type':'phone','number':'" + KITCHEN
        + "'}]},{'action':'talk','text':'Time is up.'}");
    Call caller = sandbox.call(CALLER);
    Call kitchen = sandbox.callee(KITCHEN);
    caller.hears("Time is up.").ends();

    assertThat(kitchen.status()).isEqualTo("completed");
  }

  private void answer(String actions) {
    app.on("/answer", Answer.ncco("[" + actions.replace("%s", app.url("/hook")) + "]"));
  }

  private Json only(String path) {
    List<WebhookRequest> requests = app.requests(path);
    assertThat(requests).hasSize(1);
    return requests.get(0).json();
  }
}
