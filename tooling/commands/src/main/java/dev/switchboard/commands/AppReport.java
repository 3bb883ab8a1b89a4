package dev.switchboard.commands;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command found or did about one app. Grows while the command runs. */
public final class AppReport {
  private final String app;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> lists = new ArrayList<>();
  private String summary = "";

  AppReport(String app) {
    this.app = app;
  }

  /** A member of the JSON object. */
  AppReport fact(String name, Object value) {
    facts.put(name, value);
    return this;
  }

  AppReport fact(String name, Optional<?> value) {
    value.ifPresent(present -> facts.put(name, present));
    return this;
  }

  /** A list that the document has also where it stays empty. */
  AppReport list(String name) {
    if (!lists.contains(name)) {
      lists.add(name);
    }
    return this;
  }

  AppReport row(Row row) {
    list(row.list());
    rows.add(row);
    return this;
  }

  /** The sentence that sums it up. */
  AppReport summary(String sentence) {
    summary = sentence;
    return this;
  }

  String app() {
    return app;
  }

  String summary() {
    return summary;
  }

  List<String> lists() {
    return List.copyOf(lists);
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Texts of a list among the facts, such as {@code notes}. */
  List<String> texts(String name) {
    return facts.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  Json json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("app", app);
    json.putAll(facts);
    for (String list : lists) {
      json.put(
          list,
          rows.stream().filter(row -> row.list().equals(list)).map(Row::json).toList());
    }
    if (!summary.isEmpty()) {
      json.put("summary", summary);
    }
    return Json.of(json);
  }
}
