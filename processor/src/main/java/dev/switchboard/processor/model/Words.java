package dev.switchboard.processor.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** The three ways to write a name of several words. */
public final class Words {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[-_.]+");

  private Words() {}

  /** {@code pizzaSize} to {@code PIZZA_SIZE}. */
  public static String constant(String name) {
    return joined(name, "_").toUpperCase(Locale.ROOT);
  }

  /** {@code pizzaSize} to {@code pizza-size}. */
  public static String kebab(String name) {
    return joined(name, "-").toLowerCase(Locale.ROOT);
  }

  /** {@code support-line} and {@code RTC_EVENT_URL} to {@code supportLine} and {@code rtcEventUrl}. */
  public static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : BOUNDARY.split(name, -1)) {
      camel.append(camel.isEmpty() ? lower(word) : capital(word));
    }
    return camel.toString();
  }

  /** {@code CallEvent} to {@code callEvent}. */
  public static String decapitalised(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code CallEvent} to {@code event}. */
  public static String lastWord(String name) {
    String[] words = BOUNDARY.split(name, -1);
    return lower(words[words.length - 1]);
  }

  private static String joined(String name, String glue) {
    return String.join(glue, BOUNDARY.split(name, -1));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + lower(word.substring(1));
  }
}
