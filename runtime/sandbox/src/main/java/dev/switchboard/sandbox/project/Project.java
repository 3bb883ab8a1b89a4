package dev.switchboard.sandbox.project;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One app as its project describes it: who handles what, and what was planned and applied. Told by whoever plans and applies;
 * the sandbox knows what is live by itself.
 *
 * @param app name of the app's class
 * @param environment where it is applied to
 * @param applicationId the application; empty before the first apply
 * @param desired what the project wants the application to be, in the form of the Application API
 * @param lastApplied what it was made by the last apply; an empty object before the first
 * @param handlers the methods behind each path, in the order of the source
 */
public record Project(
    String app,
    String environment,
    String applicationId,
    Json desired,
    Json lastApplied,
    Map<String, List<Handler>> handlers) {

  /**
   * A method behind a path.
   *
   * @param name such as {@code PizzaLine#answer(AnswerRequest)}
   * @param source such as {@code PizzaLine.java:41}; empty where it is not known
   */
  public record Handler(String name, String source) {
    Json toJson() {
      return Json.object("name", name, "source", source);
    }

    private static Handler of(Json json) {
      return new Handler(json.required("name"), json.text("source").orElse(""));
    }
  }

  /** Copies the map. */
  public Project {
    Map<String, List<Handler>> copy = new LinkedHashMap<>();
    handlers.forEach((path, methods) -> copy.put(path, List.copyOf(methods)));
    handlers = copy;
  }

  /**
   * Reads what a tool sent.
   *
   * @param app the name under which it was sent
   * @throws dev.switchboard.webhooks.JsonException when a member is missing
   */
  public static Project of(String app, Json json) {
    Map<String, List<Handler>> handlers = new LinkedHashMap<>();
    json.get("handlers")
        .members()
        .forEach((path, methods) ->
            handlers.put(path, methods.items().stream().map(Handler::of).toList()));
    return new Project(
        app,
        json.required("environment"),
        json.text("application_id").orElse(""),
        object(json.get("desired")),
        object(json.get("last_applied")),
        handlers);
  }

  /** An app that was registered without a tool: what it wants is what it has. */
  public static Project registered(
      Manifest manifest, URI baseUrl, String applicationId, Json capabilities) {
    String base = baseUrl.getPath().replaceFirst("/+$", "");
    Map<String, List<Handler>> handlers = new LinkedHashMap<>();
    for (Route route : manifest.routes()) {
      handlers.put(
          base + route.path(),
          route.handlers().stream()
              .map(handler -> new Handler(Route.shortName(handler), ""))
              .toList());
    }
    Json whole = Json.object("capabilities", capabilities); // Its name is the caller's choice.
    return new Project(manifest.app(), "test", applicationId, whole, whole, handlers);
  }

  private static Json object(Json value) {
    return value.isObject() ? value : Json.object();
  }

  /** The three sides of each value that one of them has, in the order of the first that has it. */
  List<Json> rows(Json live) {
    Map<String, Json> wanted = leaves(desired);
    Map<String, Json> applied = leaves(lastApplied);
    Map<String, Json> there = leaves(live);
    Map<String, Json> all = new LinkedHashMap<>(wanted);
    applied.forEach(all::putIfAbsent);
    there.forEach(all::putIfAbsent);
    List<Json> rows = new ArrayList<>();
    for (String path : all.keySet()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("path", path);
      put(row, "desired", wanted.get(path));
      put(row, "last_applied", applied.get(path));
      put(row, "live", hidden(wanted.get(path), there.get(path)));
      rows.add(Json.of(row));
    }
    return rows;
  }

  private static void put(Map<String, Object> row, String side, @Nullable Json value) {
    if (value != null) {
      row.put(side, value);
    }
  }

  /** What the project keeps to itself is not shown by the sandbox either. */
  private static @Nullable Json hidden(@Nullable Json wanted, @Nullable Json there) {
    return wanted != null && there != null && wanted.text().equals(Optional.of("(secret)"))
        ? wanted
        : there;
  }

  private static Map<String, Json> leaves(Json tree) {
    Map<String, Json> leaves = new LinkedHashMap<>();
    collect("", tree, leaves);
    return leaves;
  }

  private static void collect(String path, Json value, Map<String, Json> leaves) {
    if (value.isObject() && !value.members().isEmpty()) {
      value
          .members()
          .forEach(
              (name, member) -> collect(path.isEmpty() ? name : path + "." + name, member, leaves));
    } else if (!path.isEmpty()) {
      leaves.put(path, value);
    }
  }
}
