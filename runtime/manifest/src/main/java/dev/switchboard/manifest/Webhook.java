package dev.switchboard.manifest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One URL of the application that the platform calls.
 *
 * @param kind wire name, for instance {@code answer_url}
 * @param path below the environment's base URL; starts with a slash
 * @param options its further members by wire name: {@code http_method}, {@code connect_timeout} and {@code socket_timeout} in
 *     milliseconds, for video {@code secret} and {@code active}
 */
public record Webhook(String kind, String path, Map<String, Object> options) {

  /** Copies, keeping order, and checks that values are plain. */
  public Webhook {
    options = Plain.copy(options);
  }

  /** The webhook's object, {@code path} first. */
  Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("path", path);
    tree.putAll(options);
    return tree;
  }
}
