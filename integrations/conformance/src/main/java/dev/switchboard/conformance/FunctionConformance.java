package dev.switchboard.conformance;

import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.ncco.Ncco;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The rules that a function keeps behind a gateway of somebody else, which hands over one whole request at a time. The gateway alone decides
 * how much of a large body it takes, how long it waits for a slow one, what becomes of a client that goes away, and when a copy of the
 * function stops: the rules on these are those of {@link AdapterConformance}, which is for whoever reads the socket.
 *
 * <pre>{@code
 * class LambdaConformanceTest extends FunctionConformance {
 *   @Override
 *   protected ServedApp serve(WebhookSettings settings, WebhookRouter router) throws Exception { ... }
 * }
 * }</pre>
 */
public abstract class FunctionConformance extends BodyRules {
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
}
