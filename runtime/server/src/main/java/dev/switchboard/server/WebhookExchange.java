package dev.switchboard.server;

import com.sun.net.httpserver.HttpExchange;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns an HTTP exchange of the JDK's engine into a webhook request, and the answer back. */
record WebhookExchange(HttpExchange exchange) implements WebhookService.Exchange {
  @Override
  public String path() {
    return Objects.requireNonNullElse(exchange.getRequestURI().getRawPath(), "");
  }

  @Override
  public @Nullable WebhookRequest read(int mostBytes) throws IOException {
    byte[] body = Bodies.read(exchange.getRequestBody(), told(), mostBytes);
    return body == null
        ? null
        : WebhookRequest.of(
            exchange.getRequestMethod(),
            path(),
            Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
            exchange.getRequestHeaders(),
            body);
  }

  /** The length that the request tells of its body; -1 where it tells none, comes in chunks, or is longer than a long can say. */
  private long told() {
    String length = exchange.getRequestHeaders().getFirst("Content-length");
    if (length == null || exchange.getRequestHeaders().containsKey("Transfer-encoding")) {
      return -1;
    }
    try {
      return Long.parseLong(length.trim());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  @Override
  public void send(WebhookResponse response) throws IOException {
    try (exchange) {
      response.headers().forEach(exchange.getResponseHeaders()::set);
      boolean bodiless = response.length() == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.length());
      if (!bodiless) {
        try (OutputStream out = exchange.getResponseBody()) {
          response.writeTo(out);
        }
      }
    }
  }

  @Override
  public void drop() {
    exchange.close();
  }
}
