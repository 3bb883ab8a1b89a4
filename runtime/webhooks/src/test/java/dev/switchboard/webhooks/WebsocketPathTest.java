package dev.switchboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.WebhookObserver.Answered;
import dev.switchboard.webhooks.WebhookObserver.Outcome;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the engine answers at a websocket's path, and with it every adapter that opens no websockets. */
class WebsocketPathTest {
  private static final String SECRET = "signature-secret";

  private static final WebhookRouter AGENT = new WebhookRouter() {
    @Override
    public String app() {
      return "com.acme.Agent";
    }

    @Override
    public List<Route<?>> routes() {
      return Route.all(Route.answer("/answer"), Route.websocket("/agent"));
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) {
      throw new AssertionError("a websocket is no webhook");
    }

    @Override
    public int contract() {
      return 2;
    }
  };

  @Test
  void saysThatNobodyOpensItHere() {
    List<Answered> seen = new ArrayList<>();
    Webhooks webhooks = Webhooks.of(
        WebhookSettings.of(URI.create("https://agent.example/")).secret(SECRET).observer(seen::add),
        AGENT);
    WebhookRequest handshake = WebhookRequest.of(
        "GET", "/agent", "", Map.of("Upgrade", List.of("websocket")), new byte[0]);

    WebhookResponse response = webhooks
        .handle(WebhookSigner.of(SECRET).sign(handshake))
        .toCompletableFuture()
        .join();

    assertThat(response.status()).isEqualTo(426);
    assertThat(response.headers()).containsEntry("Upgrade", "websocket");
    assertThat(seen).extracting(Answered::outcome).containsExactly(Outcome.MALFORMED);
  }
}
