package dev.switchboard.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.switchboard.webhooks.InFlight;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookResponse;
import dev.switchboard.webhooks.Webhooks;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Turns an HTTP exchange into a webhook request, and the answer back. */
final class WebhookExchange implements HttpHandler {
  /** What load balancers ask; the same path as on the vendor's own runtime. */
  static final String HEALTH = "/_/health";

  private static final Logger LOG = System.getLogger(Server.class.getName());

  private static final byte[] NOTHING = {};

  private final Webhooks webhooks;
  private final InFlight inFlight;

  WebhookExchange(Webhooks webhooks, InFlight inFlight) {
    this.webhooks = webhooks;
    this.inFlight = inFlight;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = Objects.requireNonNullElse(exchange.getRequestURI().getRawPath(), "");
    if (path.equals(HEALTH)) {
      send(exchange, WebhookResponse.empty(inFlight.isDraining() ? 503 : 200));
      return;
    }
    if (!inFlight.begin()) {
      send(exchange, last(503));
      return;
    }
    CompletionStage<WebhookResponse> answer;
    try {
      answer = answer(exchange, path);
    } catch (Throwable e) { // an error too would leave a webhook in flight for ever
      inFlight.end();
      exchange.close();
      throw e;
    }
    answer.whenComplete((response, error) -> {
      try {
        send(exchange, response);
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "The platform went away before its answer.", e);
      } finally {
        inFlight.end();
      }
    });
  }

  private CompletionStage<WebhookResponse> answer(HttpExchange exchange, String path)
      throws IOException {
    byte[] body = body(exchange);
    if (body == null) {
      return CompletableFuture.completedFuture(last(413));
    }
    return webhooks.handle(WebhookRequest.of(
        exchange.getRequestMethod(),
        path,
        Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
        exchange.getRequestHeaders(),
        body));
  }

  /** The body, or null where it is larger than the limit; never reads more than that. */
  private byte @Nullable [] body(HttpExchange exchange) throws IOException {
    int most = webhooks.settings().maxBodyBytes();
    InputStream in = exchange.getRequestBody();
    int told = told(exchange);
    if (told >= 0 && told <= most) {
      return whole(in, told);
    }
    int first = in.read();
    if (first < 0) {
      return NOTHING; // as with every GET
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    body.write(first);
    byte[] buffer = new byte[8192];
    // Never asks for nothing: readNBytes would at its end, and the JDK's engine waits for the next
    // chunk then.
    while (body.size() <= most) {
      int read = in.read(buffer, 0, Math.min(buffer.length, most + 1 - body.size()));
      if (read < 0) {
        return body.toByteArray();
      }
      body.write(buffer, 0, read);
    }
    return null;
  }

  /** A body of a length that was told, in an array of just that size. */
  private static byte[] whole(InputStream in, int length) throws IOException {
    byte[] body = new byte[length];
    int filled = 0;
    while (filled < length) {
      int read = in.read(body, filled, length - filled);
      if (read < 0) {
        throw new EOFException("The body ended before its length.");
      }
      filled += read;
    }
    return body;
  }

  /** The length that the request tells of its body; -1 where it tells none, comes in chunks, or is longer than an int can say. */
  private static int told(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-length");
    if (length == null || exchange.getRequestHeaders().containsKey("Transfer-encoding")) {
      return -1;
    }
    try {
      return Integer.parseInt(length.trim());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** An answer after which the connection ends, because what is left of the request is not read. */
  private static WebhookResponse last(int status) {
    return WebhookResponse.empty(status).withHeader("Connection", "close");
  }

  private static void send(HttpExchange exchange, WebhookResponse response) throws IOException {
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
}
