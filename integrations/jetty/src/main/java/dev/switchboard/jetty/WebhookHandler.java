package dev.switchboard.jetty;

import dev.switchboard.server.WebhookService;
import dev.switchboard.webhooks.AudioOpening;
import dev.switchboard.webhooks.AudioSession;
import dev.switchboard.webhooks.WebhookResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Hands Jetty's requests to the apps: webhooks, and what wants to become a websocket. */
final class WebhookHandler extends Handler.Abstract {
  private final WebhookService service;

  WebhookHandler(WebhookService service) {
    this.service = service;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    JettyExchange exchange = new JettyExchange(request, response, callback);
    if ("websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeader.UPGRADE))) {
      upgrade(exchange, request, response, callback);
    } else {
      service.serve(exchange);
    }
    return true;
  }

  private void upgrade(
      JettyExchange exchange, Request request, Response response, Callback callback)
      throws IOException {
    Optional<AudioOpening> opening = service.openAudio(exchange.handshake());
    Optional<AudioSession> session = opening.flatMap(AudioOpening::session);
    if (session.isEmpty()) {
      exchange.send(
          opening.flatMap(AudioOpening::refusal).orElseGet(() -> WebhookResponse.empty(503)));
      return;
    }
    ServerWebSocketContainer websockets =
        Objects.requireNonNull(ServerWebSocketContainer.get(request.getContext()));
    boolean taken = websockets.upgrade(
        (upgrade, accepted, done) -> new JettySocket(session.get()), request, response, callback);
    if (!taken) {
      exchange.send(WebhookResponse.empty(400));
    }
  }
}
