package dev.switchboard.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks what is longer than 120 characters, at the outermost place where a reader would. It works on one line at a time, in which
 * every literal ends that starts in it.
 */
final class Layout {
  /** The longest line. */
  static final int WIDTH = 120;

  private static final Pattern CALL = Pattern.compile("\\.[a-zA-Z]+\\(");

  private Layout() {}

  /** Adds a line to a text, in parts where it is too long. */
  static void append(String line, StringBuilder text) {
    if (line.length() <= WIDTH) {
      text.append(line).append('\n');
    } else {
      broken(line).forEach(part -> text.append(part).append('\n'));
    }
  }

  /** A line that is too long, at the outermost place where it can be broken; its parts again. */
  private static List<String> broken(String line) {
    if (line.length() <= WIDTH) {
      return List.of(line);
    }
    for (String end : new String[] {" = ", " -> "}) {
      int at = outside(line, end, 0);
      if (at > 0) {
        return parts(
            line.substring(0, at) + end.stripTrailing(),
            List.of(line.substring(at + end.length())));
      }
    }
    int and = outside(line, " && ", 0);
    if (and > 0) {
      List<String> rest = new ArrayList<>();
      String head = line.substring(0, and);
      for (int next = and; next > 0; ) {
        int end = outside(line, " && ", next + 1);
        rest.add(line.substring(next, end > 0 ? end : line.length()).strip());
        next = end;
      }
      return parts(head, rest);
    }
    List<Integer> calls = chainedCalls(line);
    if (calls.size() > 1) {
      List<String> rest = new ArrayList<>();
      for (int i = 1; i < calls.size(); i++) {
        rest.add(
            line.substring(calls.get(i), i + 1 < calls.size() ? calls.get(i + 1) : line.length()));
      }
      return parts(line.substring(0, calls.get(1)), rest);
    }
    return arguments(line);
  }

  private static List<String> arguments(String line) {
    int open = outside(line, "(", 0);
    int close = open < 0 ? -1 : closing(line, open);
    if (close < 0 || close == open + 1) {
      return List.of(line);
    }
    String inside = line.substring(open + 1, close);
    String tail = line.substring(close);
    String indent = indent(line) + "    ";
    if ((indent + inside + tail).length() <= WIDTH) {
      return List.of(line.substring(0, open + 1), indent + inside + tail);
    }
    List<String> items = items(inside);
    if (items.size() == 1) {
      return parts(line.substring(0, open + 1), List.of(inside + tail));
    }
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      rest.add(items.get(i) + (i + 1 < items.size() ? "," : tail));
    }
    return parts(line.substring(0, open + 1), rest);
  }

  private static List<String> parts(String head, List<String> rest) {
    List<String> parts = new ArrayList<>(List.of(head));
    String indent = indent(head) + "    ";
    rest.forEach(part -> parts.addAll(
        part.isBlank() || (indent + part).equals(head) ? List.of() : broken(indent + part)));
    return parts;
  }

  /** Where calls begin that hang on one another, outside of every bracket. */
  private static List<Integer> chainedCalls(String line) {
    List<Integer> starts = new ArrayList<>();
    Matcher matcher = CALL.matcher(line);
    int from = 0;
    while (matcher.find(from)) {
      if (outside(line, matcher.group(), matcher.start()) == matcher.start()) {
        starts.add(matcher.start());
        int close = closing(line, matcher.end() - 1);
        from = close < 0 ? line.length() : close;
      } else {
        from = matcher.start() + 1;
      }
    }
    return starts;
  }

  private static List<String> items(String inside) {
    List<String> items = new ArrayList<>();
    int start = 0;
    for (int at = outside(inside, ", ", 0); at >= 0; at = outside(inside, ", ", at + 1)) {
      items.add(inside.substring(start, at));
      start = at + 2;
    }
    items.add(inside.substring(start));
    return items;
  }

  /** The first place of a text that is in no literal and, unless the text is one itself, in no bracket that opens after the start. */
  private static int outside(String line, String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (!quoted && depth <= brackets(line, text) && i >= from && line.startsWith(text, i)) {
        return i;
      }
      if (c == '"' && (i == 0 || !isEscaped(line, i))) {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      }
    }
    return -1;
  }

  /** A condition stands in brackets of its own, which do not count. */
  private static int brackets(String line, String text) {
    return text.equals(" && ") && line.stripLeading().matches("(?:} else )?if \\(.*") ? 1 : 0;
  }

  private static int closing(String line, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && !isEscaped(line, i)) {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isEscaped(String line, int at) {
    int slashes = 0;
    while (at - slashes > 0 && line.charAt(at - slashes - 1) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
