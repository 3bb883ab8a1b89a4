package dev.switchboard.provisioning.export;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** OpenAPI 3.1 of what an app serves: one operation a route. */
final class WebhooksOpenApi {
  private static final List<String> GIVING_NCCO =
      List.of("answer_url", "fallback_answer_url", "callback");

  private WebhooksOpenApi() {}

  static Json document(Manifest manifest, Bindings bindings) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : manifest.routes()) {
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(manifest, route));
    }
    String name = bindings.application(manifest).required("name");
    return Json.object(
        "openapi", "3.1.0",
        "info",
            Json.object(
                "title",
                name,
                "version",
                Manifest.SCHEMA_VERSION,
                "description",
                "Webhooks of " + manifest.app()),
        "servers", Json.array(List.of(Json.object("url", bindings.baseUrl().toString()))),
        "paths", Json.of(paths),
        "components",
            Json.object(
                "securitySchemes",
                Json.object(
                    "signedWebhook",
                    Json.object("type", "http", "scheme", "bearer", "bearerFormat", "JWT"))));
  }

  private static Json operation(Manifest manifest, Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put(
        "operationId",
        route.capability().map(c -> c + "_").orElse("")
            + route.kind()
            + route.path().replaceAll("[^A-Za-z0-9]+", "_"));
    operation.put("tags", List.of(route.capability().orElse("ncco")));
    operation.put("description", String.join("\n", route.handlers()));
    if (isSigned(manifest, route)) {
      operation.put("security", List.of(Map.of("signedWebhook", List.of())));
    }
    if (route.method().equals("POST")) {
      operation.put(
          "requestBody",
          Json.object(
              "content",
              Json.object(
                  "application/json", Json.object("schema", Json.object("type", "object")))));
    }
    Json done = Json.object("description", "Taken; nothing to say.");
    operation.put(
        "responses",
        GIVING_NCCO.contains(route.kind())
            ? Json.object("200", ncco(), "204", done)
            : Json.object("200", done, "204", done));
    return Json.of(operation);
  }

  private static Json ncco() {
    Json action = Json.object("type", "object", "required", Json.array(List.of("action")));
    return Json.object(
        "description",
        "The call goes on with these actions.",
        "content",
        Json.object(
            "application/json",
            Json.object("schema", Json.object("type", "array", "items", action))));
  }

  /** Messages always are; voice, its callbacks and rtc by the capability's flag. */
  private static boolean isSigned(Manifest manifest, Route route) {
    String capability = route.capability().orElse("voice");
    return capability.equals("messages") || setting(manifest, capability).orElse(false);
  }

  private static Optional<Boolean> setting(Manifest manifest, String capability) {
    return manifest.application().capabilities().stream()
        .filter(one -> one.name().equals(capability))
        .map(Capability::settings)
        .map(settings -> Boolean.TRUE.equals(settings.get("signed_callbacks")))
        .findFirst();
  }
}
