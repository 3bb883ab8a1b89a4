package dev.switchboard.provisioning.export;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** OpenAPI 3.1 of what an app serves: one operation a route, with the payload that the platform sends there. */
final class WebhooksOpenApi {
  private static final String SIGNED = "signedWebhook";

  private WebhooksOpenApi() {}

  static Json document(Manifest manifest, Bindings bindings) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    Map<String, Object> schemas = new LinkedHashMap<>();
    TreeSet<String> used = new TreeSet<>();
    boolean signed = false;
    for (Route route : manifest.routes()) {
      if (route.kind().equals("websocket")) {
        continue; // OpenAPI describes requests and answers.
      }
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(manifest, route));
      signed |= isSigned(manifest, route);
      if (!isQuery(route)) {
        used.add(WebhookSchemas.request(manifest, route));
      }
      if (givesNcco(route)) {
        used.add(WebhookSchemas.NCCO);
      }
    }
    used.forEach(name -> schemas.put(name, WebhookSchemas.schema(name)));
    Json components = Json.object("schemas", Json.of(schemas));
    if (signed) {
      components = components.with("securitySchemes", Json.object(SIGNED, signature()));
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
                "What the platform calls: the webhooks of " + manifest.app()
                    + ". Members that are not listed here may come, and listed ones may be absent."),
        "servers", Json.array(List.of(Json.object("url", bindings.baseUrl().toString()))),
        "paths", Json.of(paths),
        "components", components);
  }

  private static Json signature() {
    return Json.object(
        "type",
        "http",
        "scheme",
        "bearer",
        "bearerFormat",
        "JWT",
        "description",
        "HS256 with the account's signature secret; payload_hash is the SHA-256 of the body.");
  }

  private static Json operation(Manifest manifest, Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put(
        "operationId",
        route.capability().map(c -> c + "_").orElse("")
            + route.kind()
            + route.path().replaceAll("[^A-Za-z0-9]+", "_"));
    operation.put("tags", List.of(route.capability().orElse("ncco")));
    operation.put("summary", route.capability().map(c -> c + " ").orElse("NCCO ") + route.kind());
    operation.put("description", "Handled by `" + String.join("`, `", route.handlers()) + "`.");
    if (isSigned(manifest, route)) {
      operation.put("security", List.of(Map.of(SIGNED, List.of())));
    }
    String request = WebhookSchemas.request(manifest, route);
    if (isQuery(route)) {
      operation.put("parameters", parameters(WebhookSchemas.schema(request)));
    } else {
      operation.put(
          "requestBody",
          Json.object("required", true, "content", content(WebhookSchemas.reference(request))));
    }
    Json done = Json.object("description", "Taken; nothing to say.");
    operation.put(
        "responses",
        givesNcco(route)
            ? Json.object("200", ncco(), "204", done)
            : Json.object("200", done, "204", done));
    return Json.of(operation);
  }

  /** In a query every member is a text, and what is no text is JSON in it. */
  private static List<Json> parameters(Json schema) {
    List<Json> parameters = new ArrayList<>();
    schema.get("properties").members().forEach((name, member) -> {
      Json parameter = Json.object("name", name, "in", "query");
      Optional<String> description = member.text("description");
      if (description.isPresent()) {
        parameter = parameter.with("description", description.get());
      }
      parameters.add(
          isNested(member)
              ? parameter.with("content", content(member.without("description")))
              : parameter.with("schema", Json.object("type", "string")));
    });
    return parameters;
  }

  private static boolean isNested(Json member) {
    Json type = member.get("type");
    List<Json> types = type.isArray() ? type.items() : List.of(type);
    return types.contains(Json.of("object")) || types.contains(Json.of("array"));
  }

  private static Json content(Json schema) {
    return Json.object("application/json", Json.object("schema", schema));
  }

  private static Json ncco() {
    return Json.object(
        "description",
        "The call goes on with these actions.",
        "content",
        content(WebhookSchemas.reference(WebhookSchemas.NCCO)));
  }

  private static boolean isQuery(Route route) {
    return route.method().equals("GET");
  }

  /** An answer, and what follows on an action of an NCCO. */
  private static boolean givesNcco(Route route) {
    return switch (route.kind()) {
      case "answer_url", "fallback_answer_url", "callback" -> true;
      default -> false;
    };
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
