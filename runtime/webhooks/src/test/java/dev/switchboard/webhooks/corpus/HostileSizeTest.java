package dev.switchboard.webhooks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.ReplayGuard;
import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.signing.WebhookSigner;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody may send to hurt: a body of a megabyte costs memory in proportion, and depth costs nothing. */
class HostileSizeTest {
  private static final int MEGABYTE = 1 << 20;

  /** The dearest body is an array of one-digit numbers: for each two bytes a number, its text and a reference. */
  private static final int TIMES_ITS_LENGTH = 50;

  /** The time-out is for what grows with the square: it took a minute once, and takes a second. */
  @Test
  @Timeout(30)
  void aMegabyteCostsMemoryInProportion() {
    String members = IntStream.range(0, 60_000)
        .mapToObj(i -> "\"m" + i + "\":" + i)
        .collect(Collectors.joining(","));
    List<String> bodies = List.of(
        "[" + "1,".repeat(MEGABYTE / 2) + "1]",
        "[" + "[],".repeat(MEGABYTE / 3) + "[]]",
        "{" + members + "}",
        "{\"text\":\"" + "x".repeat(MEGABYTE - 100) + "\"}",
        "{\"text\":\"" + "\\u00e9".repeat(MEGABYTE / 6 - 100) + "\"}",
        "{\"reason\":\"" + "9".repeat(MEGABYTE - 100) + "\"}",
        " ".repeat(MEGABYTE) + "{}");
    for (String body : bodies) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      long allocated = allocatedBy(() -> VoiceEvent.of(Json.parse(bytes)).unknownFields());
      assertThat(allocated)
          .as("bytes for %s…", body.substring(0, 12))
          .isLessThan((long) TIMES_ITS_LENGTH * MEGABYTE);
    }
  }

  @Test
  void depthIsRefusedAtTheLimitAndNotAtTheEnd() {
    for (String open : List.of("[", "{\"a\":", "[{\"a\":")) {
      byte[] bytes = open.repeat(10_000).getBytes(StandardCharsets.UTF_8);
      long allocated = allocatedBy(() -> {
        try {
          Json.parse(bytes);
          throw new AssertionError("accepted");
        } catch (JsonException e) {
          assertThat(e.getMessage()).contains("nested deeper");
        }
      });
      assertThat(allocated).as("bytes for 10,000 times %s", open).isLessThan(2L * MEGABYTE);
    }
  }

  /** The same through the whole engine, signed, and through the reader and the checker of NCCOs. */
  @Test
  @Timeout(30)
  void theEngineTheVerifierAndTheCheckerKeepTheLimitsToo() {
    String secret = "a secret of this test";
    Webhooks engine = Webhooks.of(
        WebhookSettings.of(URI.create("https://example.com"))
            .secret(secret)
            .replayGuard(new Forgetful()),
        new Everything());
    String words = "{\"text\":\"" + "x".repeat(MEGABYTE - 100) + "\"}";
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    Map<String, Integer> bodies = Map.of(
        words,
        204,
        "{\"a\":" + deep + "}",
        400,
        " ".repeat(MEGABYTE) + "{}",
        413,
        "{\"a\":[" + "1,".repeat(MEGABYTE / 2 - 10) + "1]}",
        204);
    bodies.forEach((body, status) -> {
      WebhookRequest request = WebhookSigner.of(secret).sign(WebhookRequest.post("/event", body));
      long allocated = allocatedBy(
          () -> assertThat(engine.handle(request).toCompletableFuture().join().status())
              .isEqualTo(status));
      assertThat(allocated)
          .as("bytes for %s…", body.substring(0, 12))
          .isLessThan((long) TIMES_ITS_LENGTH * MEGABYTE);
    });
    WebhookRequest flood = WebhookRequest.post("/event", "{}")
        .withHeader("Authorization", "Bearer " + "e30.".repeat(MEGABYTE / 4));
    assertThat(engine.handle(flood).toCompletableFuture().join().status()).isEqualTo(401);
    String nccos = "[" + "{\"action\":\"sing\"},".repeat(MEGABYTE / 24) + "{}]";
    assertThat(Ncco.parse(nccos).check()).hasSize(MEGABYTE / 24 + 1);
    assertThatThrownBy(() -> Ncco.parse(deep)).isInstanceOf(JsonException.class);
  }

  /** So that the second of two calls is served like the first. */
  private static final class Forgetful implements ReplayGuard {
    @Override
    public boolean isUsed(String tokenId) {
      return false;
    }

    @Override
    public void use(String tokenId, Duration keep) {
      // forgotten
    }
  }

  private record Everything() implements WebhookRouter {
    @Override
    public String app() {
      return "com.acme.Everything";
    }

    @Override
    public List<Route<?>> routes() {
      Route<VoiceEvent> event = Route.event("/event");
      return List.of(event);
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) {
      VoiceEvent.read(request).unknownFields();
      return Reply.done();
    }
  }

  private static long allocatedBy(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    assumeTrue(
        threads instanceof com.sun.management.ThreadMXBean, "this JVM does not count allocation");
    com.sun.management.ThreadMXBean counting = (com.sun.management.ThreadMXBean) threads;
    work.run(); // once for the classes
    long before = counting.getCurrentThreadAllocatedBytes();
    work.run();
    return counting.getCurrentThreadAllocatedBytes() - before;
  }
}
