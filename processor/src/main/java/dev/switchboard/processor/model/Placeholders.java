package dev.switchboard.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The <code>${name}</code> in settings: what a manifest leaves to the environment. */
public final class Placeholders {
  private static final Pattern WELL_FORMED =
      Pattern.compile("\\$\\{([a-zA-Z][a-zA-Z0-9]*(?:[-_.][a-zA-Z0-9]+)*)}");

  private static final Pattern OPENED = Pattern.compile("\\$\\{([^${}]*)");

  private Placeholders() {}

  /**
   * A placeholder and the settings it stands in.
   *
   * @param name between the braces
   * @param labels of the settings, in source order
   */
  public record Use(String name, List<String> labels) {

    /** Copies the list. */
    public Use {
      labels = List.copyOf(labels);
    }
  }

  /** The names of a text's placeholders, in order, repeated ones included. */
  public static List<String> in(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = WELL_FORMED.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** Whether the text is one placeholder and nothing else. */
  public static boolean isOne(String text) {
    return WELL_FORMED.matcher(text).matches();
  }

  /** Whether something in the text looks like a placeholder and is none. */
  public static boolean hasMalformed(String text) {
    return WELL_FORMED.matcher(text).replaceAll("").contains("${");
  }

  /** The first thing in a text that looks like a placeholder and is none, as it could be written. */
  public static String mended(String text) {
    Matcher opened = OPENED.matcher(WELL_FORMED.matcher(text).replaceAll(""));
    String name = opened.find() ? Words.name(opened.group(1)) : "";
    return "${" + (name.isEmpty() ? "name" : name) + "}";
  }

  static List<Use> uses(List<AppModel.LabelledText> texts) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (AppModel.LabelledText text : texts) {
      for (String name : in(text.text().value())) {
        List<String> seen = labels.computeIfAbsent(name, key -> new ArrayList<>());
        if (!seen.contains(text.label())) {
          seen.add(text.label());
        }
      }
    }
    List<Use> uses = new ArrayList<>();
    labels.forEach((name, where) -> uses.add(new Use(name, where)));
    return uses;
  }
}
