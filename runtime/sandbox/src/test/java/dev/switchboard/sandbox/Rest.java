package dev.switchboard.sandbox;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.signing.ApiTokens;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** A client with nothing of its own: what a test sends is what it wrote. */
final class Rest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final Clock clock;
  private final String authorization;

  Rest(Sandbox sandbox) {
    this(
        sandbox.uri(),
        sandbox.clock(),
        basic(sandbox.settings().apiKey(), sandbox.settings().apiSecret()));
  }

  /** A sandbox elsewhere, with the default credentials and real time. */
  Rest(URI address) {
    this(address, Clock.systemUTC(), basic("sandbox", "sandbox-secret"));
  }

  private Rest(URI address, Clock clock, String authorization) {
    this.address = address;
    this.clock = clock;
    this.authorization = authorization;
  }

  Rest as(String other) {
    return new Rest(address, clock, other);
  }

  Rest asApplication(String id, String privateKey) {
    ApiTokens tokens = ApiTokens.of(id, RsaKeys.privateKey(privateKey)).clock(clock);
    return as("Bearer " + tokens.token());
  }

  static String basic(String key, String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply json(String method, String path, String body) {
    return send(request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body)));
  }

  Reply json(String method, String path, String body, Duration patience) {
    return send(request(path)
        .timeout(patience)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body)));
  }

  Reply form(String path, String body) {
    return send(request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body)));
  }

  Reply delete(String path) {
    return send(request(path).DELETE());
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  /** A file. */
  byte[] bytes(String path) {
    return exchange(request(path).GET(), BodyHandlers.ofByteArray()).body();
  }

  Reply send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body());
  }

  private <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  record Reply(int status, String body) {
    Json json() {
      return Json.parse(body);
    }

    /** What follows the # of a problem's type. */
    String problem() {
      return json().required("type").replaceFirst(".*#", "");
    }
  }
}
