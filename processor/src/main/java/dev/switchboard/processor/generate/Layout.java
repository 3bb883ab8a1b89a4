package dev.switchboard.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout that JavaPoet has no option for, so that generated classes look like written ones: fields of a kind stand together, short
 * comments and empty bodies take one line, and no line is longer than 120 characters. It works line by line on JavaPoet's text, in which
 * no literal spans lines.
 */
final class Layout {
  /** The longest line. */
  static final int WIDTH = 120;

  private static final Pattern FIELD =
      Pattern.compile("  (?:public |private )?(?:static )?final .*[;=(]");
  private static final Pattern CALL = Pattern.compile("\\.[a-zA-Z]+\\(");

  private Layout() {}

  /** The same text, laid out. */
  static String of(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    lines.replaceAll(String::stripTrailing);
    StringBuilder laidOut = new StringBuilder(text.length() + 256);
    for (String line : foldBodies(joinFields(foldComments(lines)))) {
      broken(line).forEach(part -> laidOut.append(part).append('\n'));
    }
    laidOut.setLength(laidOut.length() - 1); // The split gave an empty line for the last line feed.
    return laidOut.toString();
  }

  private static List<String> foldComments(List<String> lines) {
    List<String> folded = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean short3 = lines.get(i).strip().equals("/**")
          && i + 2 < lines.size()
          && lines.get(i + 2).strip().equals("*/");
      if (short3) {
        String indent = indent(lines.get(i));
        folded.add(indent + "/** " + lines.get(i + 1).strip().substring(2) + " */");
        i += 2;
      } else {
        folded.add(lines.get(i));
      }
    }
    return folded;
  }

  /** Visible constants stay together, and so do private fields; a blank line parts the two. */
  private static List<String> joinFields(List<String> lines) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean between = lines.get(i).isEmpty()
          && i > 0
          && i + 1 < lines.size()
          && isField(lines.get(i - 1))
          && isField(lines.get(i + 1))
          && visibility(lines.get(i - 1)).equals(visibility(lines.get(i + 1)));
      if (!between) {
        joined.add(lines.get(i));
      }
    }
    return joined;
  }

  private static boolean isField(String line) {
    return FIELD.matcher(line).matches();
  }

  private static String visibility(String field) {
    return field.strip().split(" ", 2)[0];
  }

  private static List<String> foldBodies(List<String> lines) {
    List<String> folded = new ArrayList<>();
    for (String line : lines) {
      int last = folded.size() - 1;
      if (line.strip().equals("}") && last >= 0 && folded.get(last).endsWith(") {")) {
        folded.set(last, folded.get(last) + "}");
      } else {
        folded.add(line);
      }
    }
    return folded;
  }

  /** A line that is too long, at the outermost place where it can be broken; its parts again. */
  private static List<String> broken(String line) {
    if (line.length() <= WIDTH
        || line.stripLeading().startsWith("*")
        || line.startsWith("import ")) {
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
