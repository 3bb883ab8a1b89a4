package dev.switchboard.cli;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints a transcript of the sandbox: seconds, then each webhook with its answer, and what the person heard and did. */
final class TranscriptView {
  /** An answer that is no NCCO is shown up to here. */
  private static final int LONGEST_ANSWER = 100;

  private final Terminal terminal;

  TranscriptView(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints the steps of a transcript in its JSON form. */
  void print(Json transcript) {
    print(Instant.parse(transcript.required("start")), transcript.get("steps").items());
  }

  /** Prints some steps of it. */
  void print(Instant start, List<Json> steps) {
    for (Json step : steps) {
      Instant at = Instant.parse(step.required("at"));
      String seconds = terminal.dim(
          String.format(Locale.ROOT, "%8.3f", Duration.between(start, at).toMillis() / 1000.0));
      terminal.line("  " + seconds + "  " + line(step));
      if (step.text("step").equals(Optional.of("webhook"))) {
        answer(step);
      }
    }
  }

  private String line(Json step) {
    String text = step.text("text").orElse("");
    return switch (step.required("step")) {
      case "webhook" -> webhook(step);
      case "heard" -> "hears    " + terminal.bold("\"" + text + "\"");
      case "got" -> "gets     " + terminal.bold("\"" + text + "\"");
      case "did" -> terminal.blue(text);
      default -> terminal.yellow("note     " + text);
    };
  }

  private String webhook(Json step) {
    String path =
        Optional.ofNullable(URI.create(step.required("url")).getPath()).orElse("/");
    long attempt = step.integer("attempt").orElse(1L);
    String request = String.format(
        Locale.ROOT,
        "%-8s %-26s %s",
        step.required("method"),
        path,
        step.text("about").orElse("") + (attempt > 1 ? " (attempt " + attempt + ")" : ""));
    return String.format(Locale.ROOT, "%-68s ", request) + outcome(step);
  }

  private String outcome(Json step) {
    if (!step.has("status")) {
      return terminal.yellow("under way");
    }
    long status = step.integer("status").orElse(0L);
    String failure = step.text("failure").orElse("");
    String text = status == 0 ? failure : status + (failure.isEmpty() ? "" : " " + failure);
    boolean good = status >= 200 && status < 300 && failure.isEmpty();
    return (good ? terminal.green(text) : terminal.red(text)) + "  "
        + terminal.dim(step.integer("latency_ms").orElse(0L) + " ms");
  }

  private void answer(Json step) {
    List<Json> actions = step.get("actions").items();
    actions.forEach(action ->
        terminal.line(" ".repeat(14) + terminal.dim("<-") + " " + action.text().orElse("")));
    String answer = step.text("answer").orElse("");
    if (actions.isEmpty() && !answer.isBlank()) {
      String shown =
          answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) + "..." : answer;
      terminal.line(" ".repeat(14) + terminal.dim("<- " + shown));
    }
  }
}
