package dev.switchboard.sandbox.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.webhooks.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Stands in front of an app, hands it every webhook as it came, hands its answer back, and writes both to a file, without
 * secrets. The platform, or a tunnel to it, calls this in place of the app; since a signature is about the payload alone,
 * the app verifies as ever. Listens on the loopback interface.
 */
public final class WebhookRecorder implements AutoCloseable {
  private static final int LARGEST_BODY = 4 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "switchboard-recorder");
    thread.setDaemon(true);
    return thread;
  });
  private final Relay app;
  private final Writer file;
  private final Consumer<Recorded> told;

  private WebhookRecorder(HttpServer server, Relay app, Writer file, Consumer<Recorded> told) {
    this.server = server;
    this.app = app;
    this.file = file;
    this.told = told;
  }

  /**
   * Starts to record.
   *
   * @param port a port of the loopback interface, or 0 for any free one
   * @param app where the app is
   * @param file written to behind what is there already; made for its owner alone
   * @param told of each webhook once it is in the file, by many threads
   * @throws IOException when the port is taken or the file cannot be written
   * @throws IllegalArgumentException for an app that is no http or https URL
   */
  public static WebhookRecorder start(int port, URI app, Path file, Consumer<Recorded> told)
      throws IOException {
    Relay relay = new Relay(app);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    WebhookRecorder recorder = new WebhookRecorder(server, relay, WebhookFile.append(file), told);
    server.setExecutor(recorder.threads);
    server.createContext("/", recorder::exchange);
    server.start();
    return recorder;
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body;
      try (InputStream stream = exchange.getRequestBody()) {
        body = stream.readNBytes(LARGEST_BODY + 1);
      }
      if (body.length > LARGEST_BODY) {
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      URI uri = exchange.getRequestURI();
      WebhookRequest request = WebhookRequest.of(
          exchange.getRequestMethod(),
          uri.getRawPath(),
          uri.getRawQuery() == null ? "" : uri.getRawQuery(),
          exchange.getRequestHeaders(),
          body);
      HttpResponse<byte[]> answer;
      try {
        answer = app.send(request);
      } catch (IOException gone) {
        keep(request, 0, "", "");
        exchange.sendResponseHeaders(502, -1);
        return;
      }
      String type = answer.headers().firstValue("Content-Type").orElse("");
      // In the file before it is answered: what the platform was told is never missing there.
      keep(request, answer.statusCode(), type, new String(answer.body(), StandardCharsets.UTF_8));
      if (!type.isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", type);
      }
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private void keep(WebhookRequest request, int status, String type, String answer) {
    Recorded recorded = new Recorded(
            Clock.systemUTC().instant(),
            request.method(),
            request.path(),
            request.query(),
            request.header("Content-Type").orElse(""),
            new String(request.body(), StandardCharsets.UTF_8),
            status,
            type,
            answer)
        .withoutSecrets();
    synchronized (file) {
      try {
        file.write(recorded.toJson().write() + "\n");
        file.flush();
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }
    told.accept(recorded);
  }

  /** Takes nothing more; what is under way is given a moment. */
  @Override
  public void close() throws IOException {
    server.stop(1);
    threads.shutdown();
    file.close();
  }
}
