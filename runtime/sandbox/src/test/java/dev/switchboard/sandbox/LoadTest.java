package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.sandbox.TestApp.Answer;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many calls at once, many messages, and memory after very many calls. Run by {@code -Pload}; prints its figures. */
@Tag("load")
class LoadTest {
  private static final int CALLS = 200;
  private static final int NOTIFICATIONS = 15; // with answer, started, ringing, answered, completed
  private static final int MESSAGES = 1_000; // each way
  private static final int FEW = Integer.getInteger("load.few", 10_000);
  private static final int MANY = Integer.getInteger("load.many", 100_000);
  private static final int WARM_UP = 2_000;
  private static final String NUMBER = "447700900123";

  @Test
  void losesNoEventOfManyCallsAtOnce() throws IOException {
    try (Sandbox sandbox = Sandbox.start(patient());
        TestApp app = new TestApp()) {
      app.register(sandbox, NUMBER);
      app.on("/answer", Answer.ncco(ncco(app)));
      Instant start = Instant.now();
      List<Call> calls = IntStream.range(0, CALLS)
          .mapToObj(i -> sandbox.call("44770090" + (1000 + i), NUMBER))
          .toList();
      calls.forEach(Call::ends);
      Duration time = Duration.between(start, Instant.now());

      Map<String, Long> events = app.requests("/event").stream()
          .map(request -> request.json())
          .collect(Collectors.groupingBy(event -> event.required("uuid"), Collectors.counting()));
      assertThat(events)
          .hasSize(CALLS)
          .allSatisfy((uuid, count) -> assertThat(count).isEqualTo(4));
      Map<String, Long> steps = app.requests("/notify").stream()
          .collect(Collectors.groupingBy(
              note -> note.json().get("payload").get("step").write(), Collectors.counting()));
      assertThat(steps)
          .hasSize(NOTIFICATIONS)
          .allSatisfy((step, count) -> assertThat(count).isEqualTo(CALLS));
      assertThat(app.requests("/answer")).hasSize(CALLS);
      int webhooks = CALLS * (NOTIFICATIONS + 5);
      System.out.printf(
          "%d calls at once, %d webhooks, none lost, in %d ms: %d webhooks a second%n",
          CALLS, webhooks, time.toMillis(), webhooks * 1000L / time.toMillis());
    }
  }

  @Test
  void losesNoMessage() throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start(patient());
        TestApp app = new TestApp()) {
      Json application = app.register(sandbox, NUMBER);
      Rest rest = new Rest(sandbox)
          .asApplication(
              application.required("id"), application.get("keys").required("private_key"));
      Instant start = Instant.now();
      List<String> sent = IntStream.range(0, MESSAGES)
          .parallel()
          .mapToObj(i -> {
            sandbox.sms("4477009001" + i % 50).says("Inbound " + i + ".");
            Json message = Json.object(
                "channel",
                "sms",
                "message_type",
                "text",
                "from",
                NUMBER,
                "to",
                "447700900" + (200 + i % 50),
                "text",
                "Outbound.");
            Reply reply = rest.json("POST", "/v1/messages", message.write());
            assertThat(reply.status()).isEqualTo(202);
            return reply.json().required("message_uuid");
          })
          .toList();
      List<String> expected = new ArrayList<>();
      sent.forEach(uuid -> expected.addAll(List.of(uuid + " submitted", uuid + " delivered")));
      app.awaitCount("/status", 2 * MESSAGES);
      app.awaitCount("/inbound", MESSAGES);
      Duration time = Duration.between(start, Instant.now());

      assertThat(app.requests("/status").stream()
              .map(WebhookRequest::json)
              .map(status -> status.required("message_uuid") + " " + status.required("status")))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(app.requests("/inbound").stream().map(each -> each.json().required("text")))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, MESSAGES).mapToObj(i -> "Inbound " + i + ".").toList());
      System.out.printf(
          "%d messages, %d webhooks, none lost, in %d ms%n",
          2 * MESSAGES, 3 * MESSAGES, time.toMillis());
    }
  }

  @Test
  void keepsItsMemory() throws IOException {
    try (Sandbox sandbox = Sandbox.start(patient());
        TestApp app = new TestApp().forgetful()) {
      app.register(sandbox, NUMBER);
      app.on("/answer", Answer.ncco("[{'action':'talk','text':'Hello.'}]"));
      // What is remembered, and the machine's own caches, fill up first.
      calls(sandbox, WARM_UP);
      calls(sandbox, FEW - WARM_UP);
      long few = liveHeap();
      calls(sandbox, MANY - FEW);
      long many = liveHeap();
      System.out.printf(
          "live heap after %d calls %.2f MiB, after %d calls %.2f MiB: %+.1f %%%n",
          FEW, few / 1048576.0, MANY, many / 1048576.0, 100.0 * (many - few) / few);
      assertThat((double) many).isLessThanOrEqualTo(1.05 * few);
    }
  }

  private static void calls(Sandbox sandbox, int count) {
    for (int done = 0; done < count; done += 50) {
      IntStream.range(0, 50)
          .mapToObj(i -> sandbox.call("44770090" + (1000 + i), NUMBER))
          .toList()
          .forEach(Call::ends);
    }
  }

  private static long liveHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(
          least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  private static SandboxSettings patient() {
    return SandboxSettings.defaults().patience(Duration.ofMinutes(2));
  }

  private static String ncco(TestApp app) {
    return IntStream.range(0, NOTIFICATIONS)
        .mapToObj(i -> "{'action':'notify','payload':{'step':" + i + "},'eventUrl':['"
            + app.url("/notify") + "']}")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
