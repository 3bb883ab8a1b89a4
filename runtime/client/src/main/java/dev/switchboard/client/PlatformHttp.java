package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.signing.ApiTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** JSON over HTTP with a token of the application. */
final class PlatformHttp {
  private final ClientSettings settings;
  private final ApiTokens tokens;
  private final ExecutorService threads;
  private final HttpClient http;

  PlatformHttp(ClientSettings settings) {
    this.settings = settings;
    this.tokens = settings.tokens();
    this.threads = Executors.newCachedThreadPool(task -> {
      Thread thread = new Thread(task, "switchboard-client");
      thread.setDaemon(true);
      return thread;
    });
    this.http = HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .version(HttpClient.Version.HTTP_1_1)
        .executor(threads)
        .build();
  }

  CompletableFuture<Json> post(String path, Json body) {
    URI uri = URI.create(withoutSlash(settings.apiHost().toString()) + path);
    HttpRequest request = HttpRequest.newBuilder(uri)
        .timeout(settings.timeout())
        .header("Authorization", "Bearer " + tokens.token())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", "switchboard")
        .POST(BodyPublishers.ofByteArray(body.writeBytes()))
        .build();
    return http.sendAsync(request, BodyHandlers.ofByteArray()).handle((response, error) -> {
      if (error != null) {
        throw unreachable(error);
      }
      return read(response);
    });
  }

  void close() {
    threads.shutdown();
  }

  private Json read(HttpResponse<byte[]> response) {
    Json body;
    try {
      body = response.body().length == 0 ? Json.object() : Json.parse(response.body());
    } catch (JsonException e) {
      body = Json.object();
    }
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return body;
    }
    StringBuilder sentence = new StringBuilder("The platform answered " + status);
    body.text("title").ifPresent(title -> sentence.append(": ").append(title));
    body.text("detail").ifPresent(detail -> sentence.append(" (").append(detail).append(')'));
    for (Json parameter : body.get("invalid_parameters").items()) {
      sentence
          .append("; ")
          .append(parameter.text("name").orElse("?"))
          .append(": ")
          .append(parameter.text("reason").orElse("?"));
    }
    throw new ClientException(
        status, sentence.append(". ").append(remedy(status)).toString());
  }

  private String remedy(int status) {
    return switch (status) {
      case 401 ->
        "Check that the private key belongs to application " + settings.applicationId()
            + " and that this machine's clock is right.";
      case 402 -> "Top up the account's balance.";
      case 403 -> "The account or the token may not do that.";
      case 422 -> "Correct the message.";
      case 429 -> "Send more slowly.";
      default ->
        status >= 500 ? "Try again later." : "See the platform's documentation of this error.";
    };
  }

  private ClientException unreachable(Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    String what = cause instanceof HttpTimeoutException
        ? "did not answer in time"
        : cause instanceof IOException ? "cannot be reached" : "cannot be called";
    return new ClientException(
        settings.apiHost() + " " + what + " (" + cause.getClass().getSimpleName()
            + "). Whether the message was sent is not known where an answer is missing.",
        cause);
  }

  private static String withoutSlash(String host) {
    return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
  }
}
