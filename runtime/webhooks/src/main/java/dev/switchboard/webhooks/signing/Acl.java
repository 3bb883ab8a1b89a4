package dev.switchboard.webhooks.signing;

import dev.switchboard.webhooks.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an API token may be used for: the claim {@code acl}. A token without one may do everything its application may. In a
 * pattern {@code *} stands for one segment of the path and {@code **}, at its end, for any remainder.
 *
 * @param json as in the token: {@code {"paths": {"/v1/users/**": {}}}}
 */
public record Acl(Json json) {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");

  /** An empty list: nothing is allowed until {@link #allow} says so. */
  public static Acl of() {
    return new Acl(Json.object("paths", Json.object()));
  }

  /** The paths that the vendor's Client SDKs need. */
  public static Acl clientSdk() {
    Acl acl = of();
    for (String part : List.of(
        "users",
        "conversations",
        "sessions",
        "devices",
        "image",
        "media",
        "applications",
        "push",
        "knocking",
        "legs")) {
      acl = acl.allow("/*/" + part + "/**");
    }
    return acl;
  }

  /**
   * Allows every method on the paths of a pattern.
   *
   * @param pattern starts with {@code /}, has no blank
   */
  public Acl allow(String pattern) {
    return with(pattern, Json.object());
  }

  /**
   * Allows some methods on the paths of a pattern.
   *
   * @param methods of GET, POST, PUT, DELETE, PATCH
   */
  public Acl allow(String pattern, List<String> methods) {
    if (methods.isEmpty() || !METHODS.containsAll(methods)) {
      throw new IllegalArgumentException(
          "The methods of an ACL are of GET, POST, PUT, DELETE and PATCH, not " + methods);
    }
    return with(pattern, Json.object("methods", Json.array(methods)));
  }

  /** Whether a request is covered. Filters are not looked at: what they mean differs with each API. */
  public boolean allows(String method, String path) {
    if (json.get("paths").toJava() instanceof Map<?, ?> paths) {
      for (Object pattern : paths.keySet()) {
        List<Json> methods =
            json.get("paths").get((String) pattern).get("methods").items();
        boolean fits = methods.isEmpty()
            || methods.stream().anyMatch(allowed -> method.equals(allowed.toJava()));
        if (fits && covers(((String) pattern).split("/", -1), path.split("/", -1))) {
          return true;
        }
      }
    }
    return false;
  }

  private Acl with(String pattern, Json rule) {
    if (!pattern.startsWith("/") || pattern.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "A path of an ACL starts with / and has no blank: \"" + pattern + "\"");
    }
    return new Acl(json.with("paths", json.get("paths").with(pattern, rule)));
  }

  private static boolean covers(String[] pattern, String[] path) {
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i].equals("**")) {
        return true;
      }
      if (i >= path.length
          || !(pattern[i].equals("*") ? !path[i].isEmpty() : pattern[i].equals(path[i]))) {
        return false;
      }
    }
    return pattern.length == path.length;
  }
}
