package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the options that several actions share are read and written. */
final class Options {
  private Options() {}

  /** The first text of an array, or the text that stands where an array should. */
  static Optional<String> first(Json json, String name) {
    Json value = json.get(name);
    return value.isArray() ? value.get(0).text() : value.text();
  }

  /** The texts of an array, or the text that stands where an array should; empty where the option is absent. */
  static Optional<List<String>> texts(Json json, String name) {
    Json value = json.get(name);
    if (!value.isArray()) {
      return value.text().map(List::of);
    }
    List<String> texts = new ArrayList<>();
    for (Json item : value.items()) {
      item.text().ifPresent(texts::add);
    }
    return Optional.of(List.copyOf(texts));
  }

  /** A whole number that fits an int. */
  static Optional<Integer> count(Json json, String name) {
    return json.integer(name).filter(n -> n == n.intValue()).map(Long::intValue);
  }

  /** An option that is an object. */
  static Optional<Json> object(Json json, String name) {
    Json value = json.get(name);
    return value.isObject() ? Optional.of(value) : Optional.empty();
  }

  /** Points {@code eventUrl} at a route; {@code eventMethod} only where it is not the platform's default. */
  static Json report(Json json, Route<?> route) {
    Json told = json.with("eventUrl", List.of(route.target()));
    return route.method().equals("POST")
        ? told.without("eventMethod")
        : told.with("eventMethod", route.method());
  }

  /**
   * A URL of a file: a path below the base URL, or a whole http or https URL.
   *
   * @throws IllegalArgumentException for anything else
   */
  static String file(String option, String url) {
    if (isPath(url) || hasScheme(url, "http") || hasScheme(url, "https")) {
      return url;
    }
    throw new IllegalArgumentException(
        option + " is a path such as /hold.mp3 or an http or https URL, not \"" + url + "\".");
  }

  /** Whether this is a path below the base URL, and no {@code //host}. */
  static boolean isPath(String url) {
    return url.startsWith("/") && !url.startsWith("//");
  }

  static boolean hasScheme(String url, String scheme) {
    return url.length() > scheme.length() + 1
        && url.charAt(scheme.length()) == ':'
        && url.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  /**
   * Text that is not blank.
   *
   * @throws IllegalArgumentException where it is blank
   */
  static String present(String option, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(option + " cannot be blank.");
    }
    return text;
  }

  /** Legs of a conversation, at most as many as may take part. */
  static List<String> legs(String first, String... more) {
    Range.PARTICIPANTS.checked(1 + more.length);
    List<String> legs = new ArrayList<>(List.of(more));
    legs.add(0, first);
    return legs;
  }
}
