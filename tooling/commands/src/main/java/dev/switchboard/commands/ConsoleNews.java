package dev.switchboard.commands;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.provisioning.Deployment;
import dev.switchboard.provisioning.Sides;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a sandbox what a project wants, so that its console shows the plan and the source line of each handler. */
public final class ConsoleNews {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ConsoleNews() {}

  /**
   * Tells it. A sandbox that does not take it shows less, which is no reason for a plan or an apply to fail.
   *
   * @param sandbox where it listens
   * @param scan knows the source lines
   */
  public static void tell(
      URI sandbox,
      String environment,
      Manifest manifest,
      ClassPathScan scan,
      Deployment deployment) {
    Sides sides = deployment.sides();
    Json project = Json.object(
        "environment",
        environment,
        "application_id",
        deployment.status().applicationId().orElse(""),
        "desired",
        sides.desired(),
        "last_applied",
        sides.lastApplied(),
        "handlers",
        handlers(manifest, scan, deployment.baseUrl()));
    String name = URLEncoder.encode(manifest.app(), StandardCharsets.UTF_8);
    HttpRequest request = HttpRequest.newBuilder(sandbox.resolve("/sandbox/projects/" + name))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString(project.write(), StandardCharsets.UTF_8))
        .build();
    try {
      HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException unheard) {
      // Said above: the console shows less.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Json handlers(Manifest manifest, ClassPathScan scan, URI baseUrl) {
    String base = baseUrl.getPath().replaceFirst("/+$", "");
    Map<String, Object> handlers = new LinkedHashMap<>();
    for (Route route : manifest.routes()) {
      handlers.put(
          base + route.path(),
          Json.array(route.handlers().stream()
              .map(handler -> Json.object(
                  "name",
                  Route.shortName(handler),
                  "source",
                  scan.source(handler).orElse("")))
              .toList()));
    }
    return Json.of(handlers);
  }
}
