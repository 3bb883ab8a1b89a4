package dev.switchboard.example;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What the sandbox's own APIs say, beside the page. */
final class Platform {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Platform() {}

  /** The application of that name. */
  static Json application(Sandbox sandbox, String name) {
    return applications(sandbox).stream()
        .filter(application -> application.required("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  static List<String> names(Sandbox sandbox) {
    return applications(sandbox).stream()
        .map(application -> application.required("name"))
        .toList();
  }

  private static List<Json> applications(Sandbox sandbox) {
    return get(sandbox, "/v2/applications?page_size=100")
        .get("_embedded")
        .get("applications")
        .items();
  }

  /** A number of the account that leads nowhere. */
  static String freeNumber(Sandbox sandbox) {
    return numbers(sandbox).stream()
        .filter(number -> number.text("app_id").isEmpty())
        .findFirst()
        .orElseThrow()
        .required("msisdn");
  }

  /** The application that a number leads to. */
  static Optional<String> leadsTo(Sandbox sandbox, String msisdn) {
    return numbers(sandbox).stream()
        .filter(number -> number.required("msisdn").equals(msisdn))
        .findFirst()
        .orElseThrow()
        .text("app_id");
  }

  private static List<Json> numbers(Sandbox sandbox) {
    return get(sandbox, "/account/numbers?size=100").get("numbers").items();
  }

  /** The calls of the sandbox with their transcripts, oldest first. */
  static List<Json> calls(Sandbox sandbox) {
    return get(sandbox, "/sandbox/calls").items().stream()
        .map(uuid -> get(sandbox, "/sandbox/calls/" + uuid.text().orElseThrow()))
        .toList();
  }

  /** What the person did in a call, and what happened to it, in its order. */
  static List<String> did(Json call) {
    return call.get("transcript").get("steps").items().stream()
        .filter(step -> step.required("step").equals("did"))
        .map(step -> step.required("text"))
        .toList();
  }

  static Json get(Sandbox sandbox, String path) {
    return Json.parse(send(sandbox, "GET", path, Json.object()).body());
  }

  /** Sends it as somebody who holds the account's secret. */
  static HttpResponse<String> send(Sandbox sandbox, String method, String path, Json body) {
    String pair = sandbox.settings().apiKey() + ":" + sandbox.settings().apiSecret();
    HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .header("Content-Type", "application/json")
        .method(
            method,
            method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body.write()))
        .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw new java.io.UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
