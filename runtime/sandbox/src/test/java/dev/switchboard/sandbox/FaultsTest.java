package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault, asked for by a test and by the control API: what it does to webhooks and to requests. */
class FaultsTest {
  private static final String NUMBER = "447700900123";
  private static final String APPLICATIONS = "/v2/applications";

  /** Who asks for a fault. */
  private enum By {
    TEST,
    API;

    void ask(Sandbox sandbox, String target, String fault) {
      if (this == TEST) {
        sandbox.faults().once(target, Fault.parse(fault));
      } else {
        Json body = Json.object("target", target, "fault", fault);
        assertThat(new Rest(sandbox)
                .as("")
                .json("POST", "/sandbox/faults", body.write())
                .status())
            .isEqualTo(201);
      }
    }
  }

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
  private final TestApp app;

  FaultsTest() throws IOException {
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

  private static Stream<Arguments> each(List<List<Object>> faults) {
    return faults.stream()
        .flatMap(fault -> Stream.of(By.values())
            .map(by -> Arguments.of(Stream.concat(Stream.of(by), fault.stream()).toArray())));
  }

  static Stream<Arguments> ofWebhooks() {
    return each(List.of(
        // Fault, what the first attempt is told to be, and how often the app was asked.
        List.of("refuse", "connection closed", 1),
        List.of("reset", "connection closed", 1),
        List.of("reset-after-commit", "connection closed", 2),
        List.of("hang", "read time-out", 1),
        List.of("503", "HTTP 503", 1),
        List.of("429", "HTTP 429", 1),
        List.of("slow:PT2S", "HTTP 200 after 2 s", 1),
        List.of("duplicate", "HTTP 200 after 0 s", 2)));
  }

  @ParameterizedTest
  @MethodSource("ofWebhooks")
  void befallsAWebhook(By by, String fault, String first, int asked) {
    by.ask(sandbox, "answer_url", fault);
    Call call = sandbox.call("447700900001").hears("Hello.").ends();

    Step.Outcome outcome = call.transcript().webhooks().stream()
        .filter(webhook -> webhook.kind().endsWith("answer_url"))
        .findFirst()
        .flatMap(Step.Webhook::outcome)
        .orElseThrow();
    assertThat(
            outcome.failure().isEmpty()
                ? "HTTP " + outcome.status()
                    + (outcome.status() == 200
                        ? " after " + outcome.latency().toSeconds() + " s"
                        : "")
                : outcome.failure())
        .isEqualTo(first);
    assertThat(app.requests("/answer")).hasSize(asked);
    assertThat(sandbox.faults().lines()).isEmpty();
  }

  static Stream<Arguments> whoAsks() {
    return Stream.of(By.values()).map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("whoAsks")
  void changesTheOrderOfEvents(By by) {
    by.ask(sandbox, "event_url", "reorder");
    sandbox.call("447700900001").ends();
    assertThat(app.statuses("/event"))
        .containsExactly("ringing", "started", "answered", "completed");
  }

  static Stream<Arguments> ofRequests() {
    return each(List.of(
        // Fault, what a client meets when it makes an application, and how many there are then.
        List.of("refuse", "IOException", 1),
        List.of("reset", "IOException", 1),
        List.of("reset-after-commit", "IOException", 2),
        List.of("hang", "HttpTimeoutException", 1),
        List.of("503", "503", 1),
        List.of("429", "429", 1),
        List.of("slow:PT0.02S", "201", 2)));
  }

  @ParameterizedTest
  @MethodSource("ofRequests")
  void befallsARequest(By by, String fault, String met, int made) {
    try (Sandbox real = Sandbox.start(SandboxSettings.defaults())) {
      Rest rest = new Rest(real);
      rest.json("POST", APPLICATIONS, "{\"name\":\"first\"}");
      by.ask(real, APPLICATIONS, fault);
      assertThat(outcome(rest, fault)).isEqualTo(met);
      assertThat(rest.get(APPLICATIONS).json().integer("total_items")).contains((long) made);
    }
  }

  private static String outcome(Rest rest, String fault) {
    try {
      return Integer.toString(rest.json(
              "POST",
              APPLICATIONS,
              "{\"name\":\"second\"}",
              // Only who hangs is waited for in vain.
              Duration.ofMillis(fault.equals("hang") ? 200 : 20_000))
          .status());
    } catch (RuntimeException failed) {
      return failed.getCause() instanceof HttpTimeoutException
          ? "HttpTimeoutException"
          : "IOException";
    }
  }

  @ParameterizedTest
  @MethodSource("whoAsks")
  void showsAListAsItWas(By by) {
    Rest rest = new Rest(sandbox);
    rest.get(APPLICATIONS);
    rest.json("POST", APPLICATIONS, "{\"name\":\"second\"}");
    by.ask(sandbox, APPLICATIONS, "stale-list");
    assertThat(rest.get(APPLICATIONS).json().integer("total_items")).contains(1L);
    assertThat(rest.get(APPLICATIONS).json().integer("total_items")).contains(2L);
  }

  @Test
  void refusesWhatCannotGoWrongThere() {
    assertThatThrownBy(() -> sandbox.faults().once(APPLICATIONS, Fault.duplicate()))
        .hasMessageContaining("a fault of webhooks");
    assertThatThrownBy(() -> sandbox.faults().once("answer_url", Fault.staleList()))
        .hasMessageContaining("a fault of an API's path");
  }
}
