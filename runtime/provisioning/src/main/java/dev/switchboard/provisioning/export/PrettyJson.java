package dev.switchboard.provisioning.export;

import dev.switchboard.webhooks.Json;
import java.util.List;

/** JSON for people: two spaces a level, one member a line. */
final class PrettyJson {
  private PrettyJson() {}

  static String write(Json value) {
    StringBuilder text = new StringBuilder();
    append(text, value, "\n");
    return text.append('\n').toString();
  }

  private static void append(StringBuilder text, Json value, String line) {
    String deeper = line + "  ";
    if (value.isObject() && !value.names().isEmpty()) {
      String separator = "{";
      for (String name : value.names()) {
        text.append(separator).append(deeper).append(Json.of(name).write()).append(": ");
        append(text, value.get(name), deeper);
        separator = ",";
      }
      text.append(line).append('}');
    } else if (value.isArray() && !value.items().isEmpty()) {
      List<Json> items = value.items();
      String separator = "[";
      for (Json item : items) {
        text.append(separator).append(deeper);
        append(text, item, deeper);
        separator = ",";
      }
      text.append(line).append(']');
    } else {
      text.append(value.write());
    }
  }
}
