package dev.switchboard.commands;

import java.util.List;
import java.util.Locale;

/** A report as GitHub-flavoured Markdown. */
final class Markdown {
  private Markdown() {}

  static String of(Report report) {
    StringBuilder text = new StringBuilder("## switchboard ").append(report.command());
    report.environment().ifPresent(name -> text.append(" in ").append(escape(name)));
    text.append("\n\n**").append(report.outcome().word()).append("** (exit code ");
    text.append(report.outcome().exitCode()).append(")\n");
    report
        .problems()
        .forEach(problem -> text.append("\n> ").append(escape(problem)).append('\n'));
    report.apps().forEach(app -> app(app, text));
    return text.toString();
  }

  private static void app(AppReport app, StringBuilder text) {
    text.append("\n### ").append(escape(app.app())).append("\n");
    for (String list : app.lists()) {
      List<Row> rows =
          app.rows().stream().filter(row -> row.list().equals(list)).toList();
      if (rows.isEmpty()) {
        continue;
      }
      text.append("\n| | ").append(list).append(" | |\n|---|---|---|\n");
      for (Row row : rows) {
        String took = row.took().map(length -> " " + length.toMillis() + " ms").orElse("");
        text.append("| ").append(sign(row)).append(" | ").append(escape(row.title()));
        text.append(" | ").append(escape(row.detail() + took)).append(" |\n");
      }
    }
    for (String refusal : app.texts("refusals")) {
      text.append("\n> **refused:** ").append(escape(refusal)).append('\n');
    }
    for (String note : app.texts("notes")) {
      text.append("\n> note: ").append(escape(note)).append('\n');
    }
    if (!app.summary().isEmpty()) {
      text.append('\n').append(escape(app.summary())).append('\n');
    }
  }

  private static String sign(Row row) {
    return row.json()
        .text("kind")
        .map(kind -> switch (kind.toLowerCase(Locale.ROOT)) {
          case "add" -> "`+`";
          case "remove" -> "`-`";
          case "change" -> "`~`";
          default -> row.passed() ? "ok" : "**failed**";
        })
        .orElse(row.passed() ? "ok" : "**failed**");
  }

  /** What would end a cell or begin markup is shown as it is. */
  private static String escape(String text) {
    return text.replaceAll("\\R", " ")
        .replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1")
        .strip();
  }
}
