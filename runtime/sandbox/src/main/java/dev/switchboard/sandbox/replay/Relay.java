package dev.switchboard.sandbox.replay;

import dev.switchboard.webhooks.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Hands webhooks to an app. */
final class Relay {
  /** Longer than the platform waits for anything. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** What a client may not set, or sets itself. */
  private static final List<String> OWN = List.of(
      "connection",
      "content-length",
      "expect",
      "host",
      "upgrade",
      "http2-settings",
      "transfer-encoding");

  private final HttpClient http = HttpClient.newBuilder()
      .connectTimeout(Duration.ofSeconds(5))
      .version(HttpClient.Version.HTTP_1_1)
      .build();
  private final String app;

  /** @param app where it is; a path there comes before the paths of webhooks */
  Relay(URI app) {
    String scheme = String.valueOf(app.getScheme());
    if (app.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException(
          "\"" + app + "\" is no http or https URL, such as http://localhost:8080");
    }
    this.app = app.toString().replaceFirst("/$", "");
  }

  HttpResponse<byte[]> send(WebhookRequest request) throws IOException {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(app + request.path() + query))
        .timeout(LONGEST)
        .method(
            request.method(),
            request.length() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach((name, values) -> {
      if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> sent.header(name, value));
      }
    });
    try {
      return http.send(sent.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    }
  }

  @Override
  public String toString() {
    return app;
  }
}
