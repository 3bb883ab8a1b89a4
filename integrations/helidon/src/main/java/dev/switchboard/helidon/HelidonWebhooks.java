package dev.switchboard.helidon;

import dev.switchboard.webhooks.InFlight;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookResponse;
import dev.switchboard.webhooks.Webhooks;
import io.helidon.http.Header;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks as a handler of Helidon SE 4, which serves each request on a virtual thread, so that a body that is slow to come and a handler
 * that waits hold up nobody.
 *
 * <pre>{@code
 * HelidonWebhooks webhooks = HelidonWebhooks.of(Webhooks.of(settings, new PizzaLineRouter(new PizzaLine())));
 * WebServer server = WebServer.builder().routing(routing -> routing.any(webhooks)).build().start();
 * ...
 * webhooks.drain(Duration.ofSeconds(15)); // then
 * server.stop();
 * }</pre>
 *
 * <p>Registered for every path it answers 404 for those that are not webhooks; beside routes of your own register it for the paths of the
 * app alone. Path and query reach the engine as they were sent. Safe for use by many threads.
 */
public final class HelidonWebhooks implements Handler {
  private static final Logger LOG = System.getLogger(HelidonWebhooks.class.getName());

  private final Webhooks webhooks;
  private final InFlight inFlight = new InFlight();

  private HelidonWebhooks(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** A handler around an engine. */
  public static HelidonWebhooks of(Webhooks webhooks) {
    LOG.log(
        Level.INFO,
        "serving " + webhooks.settings() + "\n  " + String.join("\n  ", webhooks.describe()));
    return new HelidonWebhooks(Objects.requireNonNull(webhooks));
  }

  /** Whether webhooks are taken: not after {@link #drain} has begun. What a readiness check asks. */
  public boolean isReady() {
    return !inFlight.isDraining();
  }

  /**
   * Takes no new webhook, which gets 503 instead, and waits for those in flight. Call it before the server is stopped, which would end their
   * connections.
   *
   * @param longest how long to wait at most
   * @return how many were left
   */
  public int drain(Duration longest) {
    return inFlight.drain(longest);
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    if (!inFlight.begin()) {
      write(request, response, last(503));
      return;
    }
    try {
      byte[] body = body(request);
      write(
          request,
          response,
          body == null
              ? last(413)
              : webhooks.handle(webhook(request, body)).toCompletableFuture().join());
    } catch (UncheckedIOException e) {
      // Half a body reaches no handler.
      LOG.log(Level.DEBUG, "The platform went away before its webhook was whole.", e);
      throw e;
    } finally {
      inFlight.end();
    }
  }

  private static WebhookRequest webhook(ServerRequest request, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : request.headers()) {
      headers.put(header.name(), header.allValues());
    }
    return WebhookRequest.of(
        request.prologue().method().text(),
        request.prologue().uriPath().rawPath(),
        request.prologue().query().rawValue(),
        headers,
        body);
  }

  /** All of the body; null where it is larger than the settings allow, of which little more is read. */
  private byte @Nullable [] body(ServerRequest request) {
    int most = webhooks.settings().maxBodyBytes();
    if (request.headers().contentLength().orElse(0) > most) {
      return null;
    }
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    byte[] buffer = new byte[8192];
    try {
      // Not closed, which would read the rest of what is too large; and not readNBytes, which asks
      // for nothing at its end: Helidon's stream
      // waits for the next chunk then.
      InputStream in = request.content().inputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        body.write(buffer, 0, read);
        if (body.size() > most) {
          return null;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toByteArray();
  }

  private static void write(
      ServerRequest request, ServerResponse response, WebhookResponse answer) {
    response.status(answer.status());
    answer.headers().forEach(response::header);
    if (answer.length() > 0 && !request.prologue().method().text().equals("HEAD")) {
      response.send(answer.body());
    } else {
      response.send();
    }
  }

  /** An answer after which the connection ends, because what is left of the request is not read. */
  private static WebhookResponse last(int status) {
    return WebhookResponse.empty(status).withHeader("Connection", "close");
  }
}
