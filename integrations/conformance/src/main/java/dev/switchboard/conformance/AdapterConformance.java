package dev.switchboard.conformance;

import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.ncco.Ncco;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The rules that every adapter keeps which reads the socket itself or together with the server around it. A test class extends it and says
 * how its adapter serves an app:
 *
 * <pre>{@code
 * class ServletConformanceTest extends AdapterConformance {
 *   @Override
 *   protected ServedApp serve(WebhookSettings settings, WebhookRouter router) throws Exception { ... }
 * }
 * }</pre>
 */
public abstract class AdapterConformance extends FunctionConformance {
  /** A server that waited for all of it would be kept busy for the price of a header. */
  @Test
  public void aHugeBodyIsRefusedBeforeItHasArrived() throws Exception {
    try (Wire wire = connect()) {
      Webhook huge = Webhook.post(RecordingApp.EVENT, "{}");
      wire.send(huge.head(uri(), "Content-Length: 1000000000")).send("x".repeat(2 * MOST));
      assertThat(wire.read().status()).isEqualTo(413);
    }
    assertThat(app.seen()).isEmpty();
  }

  @Test
  public void aHugeBodyInChunksIsRefusedBeforeItHasArrived() throws Exception {
    try (Wire wire = connect()) {
      Webhook huge = Webhook.post(RecordingApp.EVENT, "{}");
      wire.send(huge.head(uri(), "Transfer-Encoding: chunked"));
      String chunk = Integer.toHexString(MOST + 1) + "\r\n" + "x".repeat(MOST + 1) + "\r\n";
      wire.send(chunk);
      assertThat(wire.read().status()).isEqualTo(413);
    }
    assertThat(app.seen()).isEmpty();
  }

  /** Half a body on many connections, whole webhooks on others meanwhile. */
  @Test
  public void slowBodiesHoldUpNobody() throws Exception {
    List<Wire> slow = new ArrayList<>();
    Webhook[] webhooks = new Webhook[slowBodies()];
    try {
      for (int i = 0; i < webhooks.length; i++) {
        webhooks[i] = Webhook.post(RecordingApp.EVENT, "{\"slow\":" + (1000 + i) + "}");
        Wire wire = connect();
        slow.add(wire);
        wire.send(webhooks[i].head(uri())).send("{\"slow");
      }
      for (int i = 0; i < 10; i++) {
        assertThat(exchange(Webhook.get(RecordingApp.ANSWER + "?n=" + i)).status())
            .isEqualTo(200);
      }
      for (int i = 0; i < webhooks.length; i++) {
        byte[] body = webhooks[i].body();
        slow.get(i).send(new String(body, 6, body.length - 6, StandardCharsets.UTF_8));
        assertThat(slow.get(i).read().status()).isEqualTo(204);
      }
    } finally {
      for (Wire wire : slow) {
        wire.close();
      }
    }
    assertThat(app.seen()).hasSize(webhooks.length + 10);
  }

  /** How many clients may dawdle at once; an adapter that reads without blocking sets it above the number of its threads. */
  protected int slowBodies() {
    return 100;
  }

  @Test
  public void aClientThatGoesAwayMidwayReachesNoHandler() throws Exception {
    for (int i = 0; i < 20; i++) {
      Wire wire = connect();
      Webhook webhook = Webhook.post(RecordingApp.EVENT, "{\"gone\":" + i + "}");
      wire.send(webhook.head(uri())).send("{\"go");
      if (i % 2 == 0) {
        wire.vanish();
      } else {
        wire.close();
      }
    }
    assertThat(exchange(Webhook.post(RecordingApp.EVENT, "{\"here\":1}")).status())
        .isEqualTo(204);
    assertThat(app.seen()).hasSize(1);
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
