package dev.switchboard.manifest;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Writes manifests: indented where people look for structure, one line for each webhook and route, so that a change of one shows as
 * one changed line. The same manifest gives the same bytes on every machine: line feeds, no time, no host, no version.
 */
public final class ManifestWriter {
  private final StringBuilder out = new StringBuilder(2048);

  private ManifestWriter() {}

  /**
   * The whole document.
   *
   * @return JSON text that ends with a line feed; write it as UTF-8
   */
  public static String write(Manifest manifest) {
    ManifestWriter writer = new ManifestWriter();
    writer.manifest(manifest);
    return writer.out.toString();
  }

  private void manifest(Manifest manifest) {
    out.append("{\n");
    member(1, "$schema", text(Manifest.SCHEMA), false);
    member(1, "schemaVersion", text(Manifest.SCHEMA_VERSION), false);
    member(1, "app", text(manifest.app()), false);
    member(1, "application", block(1, manifest.application().toTree(), 0), false);
    member(1, "routes", routes(manifest.routes()), false);
    member(1, "handlers", inline(manifest.handlers()), false);
    member(1, "values", inline(manifest.values()), false);
    member(1, "numbers", inline(manifest.numbers()), true);
    out.append("}\n");
  }

  private void member(int depth, String name, String value, boolean last) {
    out.append("  ".repeat(depth))
        .append(text(name))
        .append(": ")
        .append(value)
        .append(last ? "\n" : ",\n");
  }

  /** Objects down to the webhooks of a capability take a line for each member; what lies deeper stands on one line. */
  private static String block(int depth, Map<?, ?> members, int level) {
    if (members.isEmpty()) {
      return "{}";
    }
    StringJoiner lines = new StringJoiner(",\n", "{\n", "\n" + "  ".repeat(depth) + "}");
    members.forEach((name, value) -> {
      boolean structure = value instanceof Map<?, ?> && isStructure(level, String.valueOf(name));
      String written = structure ? block(depth + 1, (Map<?, ?>) value, level + 1) : inline(value);
      lines.add("  ".repeat(depth + 1) + text(String.valueOf(name)) + ": " + written);
    });
    return lines.toString();
  }

  private static boolean isStructure(int level, String name) {
    return switch (level) {
      case 0 -> name.equals("capabilities");
      case 1 -> true;
      case 2 -> name.equals("webhooks");
      default -> false;
    };
  }

  private static String routes(List<Route> routes) {
    if (routes.isEmpty()) {
      return "[]";
    }
    StringJoiner lines = new StringJoiner(",\n", "[\n", "\n  ]");
    for (Route route : routes) {
      StringJoiner members = new StringJoiner(", ", "    {", "}");
      route
          .capability()
          .ifPresent(capability -> members.add("\"capability\": " + text(capability)));
      members.add("\"kind\": " + text(route.kind()));
      members.add("\"method\": " + text(route.method()));
      members.add("\"path\": " + text(route.path()));
      members.add("\"handlers\": " + inline(route.handlers()));
      lines.add(members.toString());
    }
    return lines.toString();
  }

  private static String inline(Object value) {
    if (value instanceof Map<?, ?> members) {
      StringJoiner text = new StringJoiner(", ", "{", "}");
      members.forEach(
          (name, member) -> text.add(text(String.valueOf(name)) + ": " + inline(member)));
      return text.toString();
    }
    if (value instanceof List<?> items) {
      StringJoiner text = new StringJoiner(", ", "[", "]");
      items.forEach(item -> text.add(inline(item)));
      return text.toString();
    }
    return value instanceof String text ? text(text) : value.toString();
  }

  private static String text(String value) {
    StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          // U+2028 and U+2029 end a line in some readers, lone surrogates have no UTF-8 form.
          if (c < 0x20
              || c == 0x7f
              || c == '\u2028'
              || c == '\u2029'
              || isLoneSurrogate(value, i)) {
            quoted
                .append("\\u")
                .append(Character.forDigit(c >> 12, 16))
                .append(Character.forDigit(c >> 8 & 15, 16));
            quoted
                .append(Character.forDigit(c >> 4 & 15, 16))
                .append(Character.forDigit(c & 15, 16));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isLoneSurrogate(String value, int at) {
    char c = value.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
  }
}
