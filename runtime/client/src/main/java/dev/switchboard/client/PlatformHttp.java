package dev.switchboard.client;

import dev.switchboard.client.ClientException.Problem;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.signing.ApiTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** JSON over HTTP with a token of the application: the one place here that speaks to the platform. */
final class PlatformHttp {
  private final ClientSettings settings;
  private final ApiTokens tokens;
  private final ExecutorService threads;
  private final HttpClient http;
  private volatile boolean closed;

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

  ClientSettings settings() {
    return settings;
  }

  /** A request without a body. */
  CompletableFuture<Json> send(URI host, String method, String path) {
    return send(host, method, path, BodyPublishers.noBody());
  }

  /** A request with a body. */
  CompletableFuture<Json> send(URI host, String method, String path, Json body) {
    return send(host, method, path, BodyPublishers.ofByteArray(body.writeBytes()));
  }

  private CompletableFuture<Json> send(URI host, String method, String path, BodyPublisher body) {
    if (closed) {
      throw new IllegalStateException("The client is closed.");
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create(ClientSettings.withoutSlash(host) + path))
        .timeout(settings.timeout())
        .header("Authorization", "Bearer " + tokens.token())
        .header("Accept", "application/json")
        .header("User-Agent", "switchboard")
        .method(method, body);
    if (body.contentLength() != 0) {
      request.header("Content-Type", "application/json");
    }
    return http.sendAsync(request.build(), BodyHandlers.ofByteArray()).handle((response, error) -> {
      if (error != null) {
        throw unreachable(host, error);
      }
      return read(response);
    });
  }

  /** What an asynchronous call gives, or throws as itself. */
  static <T> T await(CompletableFuture<T> call) {
    try {
      return call.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof ClientException refused) {
        // Thrown on another thread: the caller's stack is worth more.
        refused.addSuppressed(new Throwable("waited for here"));
        throw refused;
      }
      throw failed;
    }
  }

  /** Lets what is under way end within the time-out. */
  void close() {
    closed = true;
    threads.shutdown();
    try {
      threads.awaitTermination(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
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
    List<Problem> problems = new ArrayList<>();
    StringBuilder sentence = new StringBuilder("The platform answered " + status);
    body.text("title").ifPresent(title -> sentence.append(": ").append(title));
    body.text("detail").ifPresent(detail -> sentence.append(" (").append(detail).append(')'));
    for (Json parameter : body.get("invalid_parameters").items()) {
      Problem problem = new Problem(
          parameter.text("name").orElse("?"), parameter.text("reason").orElse("?"));
      problems.add(problem);
      sentence.append("; ").append(problem.name()).append(": ").append(problem.reason());
    }
    throw new ClientException(
        status, problems, sentence.append(". ").append(remedy(status)).toString());
  }

  private String remedy(int status) {
    return switch (ClientException.Kind.of(status)) {
      case CREDENTIALS ->
        "Check that the private key belongs to application " + settings.applicationId()
            + " and that this machine's clock is right.";
      case BALANCE -> "Top up the account's balance.";
      case FORBIDDEN -> "The account or the token may not do that.";
      case NOT_FOUND ->
        "Check the id; a call that is over, or in another region, is not found either.";
      case INVALID -> "Correct what was sent.";
      case CONFLICT -> "Look at the state of the call or message first.";
      case TOO_MANY -> "Send more slowly.";
      case PLATFORM -> "Try again later.";
      case UNREACHABLE, OTHER -> "See the platform's documentation of this error.";
    };
  }

  private static ClientException unreachable(URI host, Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    String what = cause instanceof HttpTimeoutException
        ? "did not answer in time"
        : cause instanceof IOException ? "cannot be reached" : "cannot be called";
    return new ClientException(
        host + " " + what + " (" + cause.getClass().getSimpleName()
            + "). Whether the platform did what it was asked is not known where an answer is missing.",
        cause);
  }
}
