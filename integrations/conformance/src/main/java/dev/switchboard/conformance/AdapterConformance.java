package dev.switchboard.conformance;

import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.ncco.Ncco;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The rules that every adapter keeps. A test class extends it and says how its adapter serves an app:
 *
 * <pre>{@code
 * class ServletConformanceTest extends AdapterConformance {
 *   @Override
 *   protected ServedApp serve(WebhookSettings settings, WebhookRouter router) throws Exception { ... }
 * }
 * }</pre>
 */
public abstract class AdapterConformance extends BodyRules {
  @Test
  public void anNccoIsJsonOfAKnownLength() throws Exception {
    WireResponse response = exchange(Webhook.get(RecordingApp.ANSWER + "?from=447700900001"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().get("Content-Type")).isEqualTo(List.of("application/json"));
    assertThat(response.headers()).doesNotContainKeys("Set-Cookie", "Transfer-Encoding");
    assertThat(response.body())
        .startsWith("[{")
        .contains("H\u00e9 447700900001")
        .endsWith("}]");
  }

  @Test
  public void whatIsHandledWithoutAWordHasNoBody() throws Exception {
    WireResponse response = exchange(Webhook.post(RecordingApp.EVENT, "{}"));

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.headers()).doesNotContainKeys("Content-Type", "Transfer-Encoding");
  }

  @Test
  public void aConnectionServesManyWebhooks() throws Exception {
    try (Wire wire = connect()) {
      for (int i = 0; i < 50; i++) {
        Webhook.post(RecordingApp.EVENT, "{\"n\":" + i + "}").sendOn(wire, uri());
        assertThat(wire.read().status()).isEqualTo(204);
      }
    }
    assertThat(app.seen()).hasSize(50);
  }

  @Test
  public void aFailureOfTheAppTellsNothing() throws Exception {
    WireResponse response = exchange(Webhook.post(RecordingApp.FAILING, "{}"));

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.header("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"id\"").doesNotContain("oven", "Exception", "at dev.");
  }

  @Test
  public void aHandlerThatIsLateIsAnsweredFor() throws Exception {
    assertThat(exchange(Webhook.post(RecordingApp.LATE, "{}")).status()).isEqualTo(503);
  }

  /** Handlers that wait for something hold no thread, and each gets its own answer. */
  @Test
  public void waitingHandlersHoldUpNobody() throws Exception {
    int count = 50;
    List<Wire> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        Wire wire = connect();
        waiting.add(wire);
        Webhook.post(RecordingApp.HELD, "{\"call\":\"" + i + "\"}").sendOn(wire, uri());
      }
      await("all of them wait", () -> app.seen().size() == count);
      assertThat(exchange(Webhook.get(RecordingApp.ANSWER)).status()).isEqualTo(200);
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        order.add(i);
      }
      Collections.reverse(order);
      for (int i : order) {
        app.held("" + i).complete(Ncco.of(talk("for " + i)));
        assertThat(waiting.get(i).read().body()).contains("for " + i + "\"");
      }
    } finally {
      for (Wire wire : waiting) {
        wire.close();
      }
    }
  }

  @Test
  public void aClientThatDoesNotWaitForItsAnswerDoesNoHarm() throws Exception {
    for (int i = 0; i < 10; i++) {
      Wire wire = connect();
      Webhook.post(RecordingApp.HELD, "{\"call\":\"gone" + i + "\"}").sendOn(wire, uri());
      int expected = i + 1;
      await("it reached its handler", () -> app.seen().size() == expected);
      wire.vanish();
      app.held("gone" + i).complete(Ncco.of(talk("nobody listens".repeat(100))));
    }
    assertThat(exchange(Webhook.get(RecordingApp.ANSWER)).status()).isEqualTo(200);
  }

  /** What is in flight is answered, what comes later is not begun: nothing that was acknowledged is lost. */
  @Test
  public void stoppingFinishesWhatIsInFlight() throws Exception {
    try (Wire wire = connect()) {
      Webhook.post(RecordingApp.HELD, "{\"call\":\"last\"}").sendOn(wire, uri());
      await("it reached its handler", () -> app.seen().size() == 1);
      CompletableFuture<Void> stopped = new CompletableFuture<>();
      Thread stopping = new Thread(() -> {
        try {
          stop();
          stopped.complete(null);
        } catch (Exception e) {
          stopped.completeExceptionally(e);
        }
      });
      stopping.start();
      await("nothing new is begun", this::isTurnedAway);
      assertThat(stopped).as("it waits for what is in flight").isNotDone();

      app.held("last").complete(Ncco.of(talk("the last word")));

      WireResponse response = wire.read();
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).contains("the last word");
      stopping.join();
      stopped.get();
    }
  }

  /** Answered 503, refused, or left without an answer by a server that accepts connections and serves none of them. */
  private boolean isTurnedAway() {
    int before = app.seen().size();
    try (Wire wire = Wire.to(uri(), 1_000)) {
      Webhook.get(RecordingApp.ANSWER).sendOn(wire, uri());
      return wire.read().status() == 503 && app.seen().size() == before;
    } catch (IOException e) {
      return true;
    }
  }
}
