package dev.switchboard.manifest.reader;

import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.Webhook;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests of every minor revision of its schema version: members that it does not know are left aside, members that it needs
 * are asked for by name, and a document of another major version is refused in a sentence.
 */
public final class ManifestReader {
  private ManifestReader() {}

  /**
   * Reads a document.
   *
   * @param json the text of a manifest
   * @throws ManifestException for text that is not JSON, lacks a member, or is of another schema version
   */
  public static Manifest read(String json) {
    Map<String, Object> root = object(JsonTree.parse(json), "");
    Object version = root.get("schemaVersion");
    if (!Manifest.SCHEMA_VERSION.equals(version)) {
      throw new ManifestException(
          version == null
              ? "This is no manifest: it has no schemaVersion. Manifests are written by the Switchboard annotation processor."
              : "The manifest has schemaVersion " + version + "; this version of Switchboard reads "
                  + Manifest.SCHEMA_VERSION
                  + ". Use the tools of the release that compiled the app.");
    }
    Map<String, Object> application = object(root.get("application"), "/application");
    return new Manifest(
        text(root, "app", ""),
        new Application(
            text(application, "name", "/application"),
            capabilities(application),
            member(application, "privacy", "/application")),
        routes(root),
        texts(root, "handlers", ""),
        texts(root, "values", ""),
        texts(root, "numbers", ""));
  }

  /**
   * Reads UTF-8 bytes to their end; the caller closes the stream.
   *
   * @throws IOException when the stream breaks
   * @throws ManifestException as {@link #read(String)}
   */
  public static Manifest read(InputStream utf8) throws IOException {
    return read(new String(utf8.readAllBytes(), StandardCharsets.UTF_8));
  }

  /**
   * Reads the manifest that the processor laid beside an app class.
   *
   * @throws ManifestException when there is none, or as {@link #read(String)}
   */
  public static Manifest of(Class<?> app) {
    String name = Manifest.resourceName(app.getName());
    URL url = app.getResource('/' + name);
    if (url == null) {
      throw new ManifestException(
          "No manifest " + name + " lies beside " + app.getName()
              + ". Compile it with switchboard-processor on the processor path; from JDK 23 on, javac runs processors only when told to.");
    }
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false); // A cached jar would stay open, and locked on Windows.
      try (InputStream in = connection.getInputStream()) {
        return read(in);
      }
    } catch (IOException e) {
      throw new ManifestException("The manifest " + name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Capability> capabilities(Map<String, Object> application) {
    List<Capability> capabilities = new ArrayList<>();
    member(application, "capabilities", "/application").forEach((name, value) -> {
      String at = "/application/capabilities/" + name;
      Map<String, Object> settings = new LinkedHashMap<>(object(value, at));
      List<Webhook> webhooks = new ArrayList<>();
      if (settings.containsKey("webhooks")) {
        object(settings.remove("webhooks"), at + "/webhooks").forEach((kind, hook) -> {
          Map<String, Object> options = new LinkedHashMap<>(object(hook, at + "/webhooks/" + kind));
          String path = text(options, "path", at + "/webhooks/" + kind);
          options.remove("path");
          webhooks.add(new Webhook(kind, path, options));
        });
      }
      capabilities.add(new Capability(name, webhooks, settings));
    });
    return capabilities;
  }

  private static List<Route> routes(Map<String, Object> root) {
    List<Route> routes = new ArrayList<>();
    int index = 0;
    for (Object item : array(root.get("routes"), "/routes")) {
      String at = "/routes/" + index++;
      Map<String, Object> route = object(item, at);
      routes.add(new Route(
          Optional.ofNullable(route.get("capability")).map(String::valueOf),
          text(route, "kind", at),
          text(route, "method", at),
          text(route, "path", at),
          texts(route, "handlers", at)));
    }
    return routes;
  }

  private static Map<String, Object> member(Map<String, Object> parent, String name, String at) {
    return parent.containsKey(name) ? object(parent.get(name), at + "/" + name) : Map.of();
  }

  private static List<String> texts(Map<String, Object> parent, String name, String at) {
    if (!parent.containsKey(name)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Object item : array(parent.get(name), at + "/" + name)) {
      if (!(item instanceof String text)) {
        throw wrong(at + "/" + name, "an array of strings");
      }
      texts.add(text);
    }
    return texts;
  }

  private static String text(Map<String, Object> parent, String name, String at) {
    if (parent.get(name) instanceof String text) {
      return text;
    }
    throw wrong(at + "/" + name, "a string");
  }

  @SuppressWarnings("unchecked") // JsonTree makes maps with String keys and nothing else.
  private static Map<String, Object> object(@Nullable Object value, String at) {
    if (value instanceof Map<?, ?> members) {
      return (Map<String, Object>) members;
    }
    throw wrong(at, "an object");
  }

  private static List<?> array(@Nullable Object value, String at) {
    if (value instanceof List<?> items) {
      return items;
    }
    throw wrong(at, "an array");
  }

  private static ManifestException wrong(String at, String wanted) {
    return new ManifestException(
        "The manifest needs " + wanted + " at " + (at.isEmpty() ? "its root" : at)
            + ". Compile the app again; manifests are not meant to be edited.");
  }
}
