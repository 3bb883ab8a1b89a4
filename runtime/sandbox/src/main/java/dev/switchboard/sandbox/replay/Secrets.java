package dev.switchboard.sandbox.replay;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves out of what is kept whatever could be a secret by its name, at any depth. */
final class Secrets {
  private static final String LEFT_OUT = "(left out)";
  private static final Pattern NAME = Pattern.compile(
      "(?i)(.*[-_])?(authorization|secret|token|password|passwd|pin|sig|signature|api[-_]?key|private[-_]?key)");
  private static final Pattern PARAMETER = Pattern.compile("(^|&)([^=&]*)=([^&]*)");

  private Secrets() {}

  static Json without(Json json) {
    if (json.isArray()) {
      List<Json> items = new ArrayList<>();
      json.items().forEach(item -> items.add(without(item)));
      return Json.array(items);
    }
    if (!json.isObject()) {
      return json;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    json.members()
        .forEach((name, value) -> members.put(
            name, NAME.matcher(name).matches() && !value.isNull() ? LEFT_OUT : without(value)));
    return Json.of(members);
  }

  static String without(String query) {
    return PARAMETER
        .matcher(query)
        .replaceAll(found -> NAME.matcher(found.group(2)).matches()
            ? found.group(1) + found.group(2) + "="
            : Matcher.quoteReplacement(found.group()));
  }
}
