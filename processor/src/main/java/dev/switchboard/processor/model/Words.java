package dev.switchboard.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The three ways to write a name of several words. */
public final class Words {
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
    for (String word : in(name)) {
      camel.append(camel.isEmpty() ? lower(word) : capital(word));
    }
    return camel.toString();
  }

  /** {@code the 2nd stage!} to {@code the-2nd-stage}: what of a text can be a name; empty where nothing can. */
  public static String name(String text) {
    return text.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^[-0-9]+|-$", "");
  }

  /** {@code CallEvent} to {@code callEvent}. */
  public static String decapitalised(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code CallEvent} to {@code event}. */
  public static String lastWord(String name) {
    List<String> words = in(name);
    return lower(words.get(words.size() - 1));
  }

  private static String joined(String name, String glue) {
    return String.join(glue, in(name));
  }

  /** A word ends before a capital that begins the next one, and at every {@code - _ .}, which may leave an empty word. */
  private static List<String> in(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      if (isGlue(name.charAt(i))) {
        words.add(name.substring(start, i));
        while (i + 1 < name.length() && isGlue(name.charAt(i + 1))) {
          i++;
        }
        start = i + 1;
      } else if (i > start && isCapital(name.charAt(i)) && startsWord(name, i)) {
        words.add(name.substring(start, i));
        start = i;
      }
    }
    words.add(name.substring(start));
    return words;
  }

  /** {@code rtcEvent} has its second word at the capital, {@code RTCEvent} at the capital before a small letter. */
  private static boolean startsWord(String name, int capital) {
    return isCapital(name.charAt(capital - 1))
        ? capital + 1 < name.length() && isSmall(name.charAt(capital + 1))
        : isSmall(name.charAt(capital - 1)) || isDigit(name.charAt(capital - 1));
  }

  private static boolean isGlue(char c) {
    return c == '-' || c == '_' || c == '.';
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
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
