package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.SignatureSecrets;
import dev.switchboard.webhooks.signing.Verification;
import dev.switchboard.webhooks.signing.WebhookVerifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The acceptance list of the platform document, sections 6 to 11 and 13, and what else a caller can meet. */
class InboundCallTest {
  private static final String NUMBER = "447700900123";
  private static final String CALLER = "447700900001";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final TestApp app;

  InboundCallTest() throws IOException {
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
  void walksThroughACall() {
    Call call = sandbox.call(CALLER);
    call.hears("Hello.").ends();

    assertThat(app.statuses("/event"))
        .containsExactly("started", "ringing", "answered", "completed");
    WebhookRequest answer = app.requests("/answer").get(0);
    assertThat(answer.method()).isEqualTo("GET");
    assertThat(answer.json().text("to")).contains(NUMBER);
    assertThat(answer.json().text("from")).contains(CALLER);
    assertThat(answer.json().required("uuid")).matches("[0-9a-f]{32}").isEqualTo(call.uuid());
    assertThat(answer.json().required("conversation_uuid")).startsWith("CON-");
    Json completed = app.requests("/event").get(3).json();
    assertThat(completed.text("disconnected_by")).contains("platform");
    assertThat(completed.text("duration")).contains("0");
  }

  @Test
  void tellsThatTheCallerHungUp() {
    app.on("/answer", Answer.ncco("[{'action':'wait','timeout':60}]"));
    Call call = sandbox.call(CALLER);
    sandbox.advance(Duration.ofSeconds(20));
    call.hangUp();

    Json completed = app.requests("/event").get(3).json();
    assertThat(completed.text("disconnected_by")).contains("user");
    assertThat(completed.text("duration")).contains("20");
  }

  @Test
  void goesStraightToTheFallbackAfter404() {
    app.on("/answer", Answer.status(404));
    app.on("/fallback", Answer.ncco("[{'action':'talk','text':'Sorry.'}]"));
    sandbox.call(CALLER).hears("Sorry.").ends();

    assertThat(app.requests("/answer")).hasSize(1);
    Json fallback = app.requests("/fallback").get(0).json();
    assertThat(fallback.text("reason")).contains("HTTP 404");
    assertThat(fallback.get("original_request").text("type")).contains("answer");
    assertThat(fallback.get("original_request").required("url")).startsWith(app.url("/answer"));
    assertThat(fallback.text("from")).contains(CALLER);
  }

  @Test
  void triesTwiceAfter503() {
    app.on("/answer", Answer.status(503));
    app.on("/fallback", Answer.ncco("[{'action':'talk','text':'Sorry.'}]"));
    sandbox.call(CALLER).hears("Sorry.").ends();

    assertThat(app.requests("/answer")).hasSize(2);
  }

  @Test
  void triesTwiceWhenTheConnectionIsClosed() {
    app.on("/answer", Answer.status(0));
    app.on("/fallback", Answer.ncco("[{'action':'talk','text':'Sorry.'}]"));
    sandbox.call(CALLER).hears("Sorry.").ends();

    assertThat(app.requests("/answer")).hasSize(2);
    assertThat(app.requests("/fallback").get(0).json().text("reason"))
        .contains("connection closed");
  }

  @Test
  void refusesAnNccoOfTheWrongMediaType() {
    app.on("/answer", new Answer(200, "text/html", "[]"));
    app.on("/fallback", Answer.ncco("[{'action':'talk','text':'Sorry.'}]"));
    sandbox.call(CALLER).hears("Sorry.").ends();

    assertThat(app.requests("/answer")).hasSize(1);
    assertThat(app.requests("/event")).anyMatch(event -> event.json().has("reason"));
  }

  @Test
  void refusesAnUnknownActionAsAWhole() {
    app.on("/answer", Answer.ncco("[{'action':'talk','text':'Never said.'},{'action':'sing'}]"));
    Call call = sandbox.call(CALLER).ends();

    assertThat(call.transcript().heard()).isEmpty();
    assertThat(call.transcript().toString()).contains("NCCO refused: /1/action:");
  }

  @Test
  void refusesAPromptThatNoInputFollows() {
    app.on(
        "/answer",
        Answer.ncco("[{'action':'talk','text':'Press 1.','bargeIn':true},{'action':'record'}]"));
    Call call = sandbox.call(CALLER).ends();

    assertThat(call.transcript().heard()).isEmpty();
    assertThat(call.transcript().toString()).contains("NCCO refused: /0/bargeIn:");
  }

  /** Section 7: both URLs hang, twice each, by their own time-outs. */
  @Test
  void isSilentFor24SecondsInTheWorstCase() {
    sandbox.faults().add("answer_url", Fault.hang(), 2).add("fallback_answer_url", Fault.hang(), 2);
    Instant start = sandbox.clock().instant();
    Call call = sandbox.call(CALLER).ends();

    assertThat(Duration.between(start, sandbox.clock().instant()))
        .isEqualTo(Duration.ofSeconds(2 * (1 + 5) + 2 * (1 + 5)));
    assertThat(call.transcript().webhooks())
        .filteredOn(step -> step.kind().endsWith("answer_url"))
        .hasSize(4)
        .allMatch(step -> step.outcome().orElseThrow().failure().equals("read time-out"))
        .allMatch(step -> step.outcome().orElseThrow().latency().equals(Duration.ofSeconds(1 + 5)));
    assertThat(app.statuses("/event")).endsWith("completed");
  }

  @Test
  void signsEveryRequestAfresh() {
    app.on("/answer", Answer.status(503));
    app.on("/fallback", Answer.ncco("[{'action':'talk','text':'Sorry.'}]"));
    sandbox.call(CALLER).hears("Sorry.").ends();

    WebhookVerifier verifier = WebhookVerifier.of(
        SignatureSecrets.of(sandbox.settings().signatureSecret()), sandbox.clock());
    List<WebhookRequest> requests = new ArrayList<>(app.requests("/answer"));
    requests.addAll(app.requests("/event"));
    requests.addAll(app.requests("/fallback"));
    assertThat(requests)
        .hasSize(7)
        .allMatch(request ->
            verifier.verify(request, Duration.ofMinutes(5)) instanceof Verification.Accepted);
    assertThat(requests.stream().map(request -> request.header("Authorization")).distinct())
        .hasSize(7);
  }

  @Test
  void repeatsTheTokenWhereAskedTo() throws IOException {
    try (Sandbox repeating =
        Sandbox.start(SandboxSettings.defaults().virtualTime().sameTokenOnRetry(true))) {
      app.register(repeating, NUMBER);
      app.on("/answer", Answer.status(503));
      repeating.call(CALLER).ends();

      assertThat(app.requests("/answer").stream()
              .map(request -> request.header("Authorization"))
              .distinct())
          .hasSize(1);
    }
  }

  @Test
  void swapsAndRepeatsEventsWhereAskedTo() {
    sandbox.faults().once("event_url", Fault.reorder());
    sandbox.call(CALLER).ends();
    assertThat(app.statuses("/event"))
        .containsExactly("ringing", "started", "answered", "completed");

    sandbox.faults().once("answer_url", Fault.duplicate());
    sandbox.call(CALLER).ends();
    assertThat(app.requests("/answer")).hasSize(3);
  }

  @Test
  void rejectsACallToANumberWithoutAnApplication() {
    Call call = sandbox.call(CALLER, "447700900002");

    assertThat(call.status()).isEqualTo("rejected");
    assertThat(app.requests("/event")).isEmpty();
  }

  @Test
  void showsTheWholeTranscriptWhenAnExpectationIsFalse() {
    assertThatThrownBy(() -> sandbox.call(CALLER).hears("Good evening."))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected \"Good evening.\"")
        .hasMessageContaining("hears \"Hello.\"")
        .hasMessageContaining("GET  /answer")
        .hasMessageContaining("^ expected");
  }

  @Test
  void keepsWhatEachWebhookBrought() {
    Call call = sandbox.call(CALLER).ends();

    Step.Webhook answer = call.transcript().webhooks().stream()
        .filter(step -> step.kind().equals("voice.answer_url"))
        .findFirst()
        .orElseThrow();
    assertThat(answer.outcome().orElseThrow().status()).isEqualTo(200);
    assertThat(answer.outcome().orElseThrow().actions()).containsExactly("talk \"Hello.\"");
  }
}
