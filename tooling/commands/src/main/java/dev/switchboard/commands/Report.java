package dev.switchboard.commands;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a command ended and what it found, as a document. It grows while the command runs, so that a command that ends
 * early leaves a report of what was done until then. For one thread.
 */
public final class Report {
  /** The JSON Schema of the document, as a resource of this module. */
  public static final String SCHEMA = "/META-INF/switchboard/result.schema.json";

  /** How the document is written. */
  public enum Format {
    /** For people, while the command runs; there is no document. */
    TEXT,
    /** For programs; has a JSON Schema. */
    JSON,
    /** For pull requests and job summaries. */
    MD,
    /** For what shows test results; a testcase fails where something is not as it should be. */
    JUNIT
  }

  private final String command;
  private final List<AppReport> apps = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Optional<String> environment = Optional.empty();
  private Outcome outcome = Outcome.DONE;

  /**
   * Begins one.
   *
   * @param command its words, as they are typed: {@code keys rotate}
   */
  public Report(String command) {
    this.command = command;
  }

  Report environment(String name) {
    environment = Optional.of(name);
    return this;
  }

  /** The part about an app; begun where there is none yet. */
  AppReport app(String name) {
    return apps.stream().filter(one -> one.app().equals(name)).findFirst().orElseGet(() -> {
      AppReport begun = new AppReport(name);
      apps.add(begun);
      return begun;
    });
  }

  /** The command ends otherwise than done. */
  public Report ends(Outcome how) {
    outcome = how;
    return this;
  }

  /** The command ended early. */
  public Report problem(Problem problem) {
    problems.addAll(problem.sentences());
    return ends(problem.outcome());
  }

  /** A problem that does not end the command early. */
  Report problem(Outcome how, String sentence) {
    problems.add(sentence);
    return ends(how);
  }

  /** How it ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** What is wrong, each a sentence with its remedy. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  String command() {
    return command;
  }

  Optional<String> environment() {
    return environment;
  }

  List<AppReport> apps() {
    return List.copyOf(apps);
  }

  /** The document of a format; empty for {@link Format#TEXT}. */
  public String write(Format format) {
    return switch (format) {
      case TEXT -> "";
      case JSON -> json().write() + "\n";
      case MD -> Markdown.of(this);
      case JUNIT -> JUnitXml.of(this);
    };
  }

  private Json json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schemaVersion", "1");
    json.put("command", command);
    environment.ifPresent(name -> json.put("environment", name));
    json.put("outcome", outcome.word());
    json.put("exitCode", outcome.exitCode());
    json.put("apps", apps.stream().map(AppReport::json).toList());
    json.put("problems", problems);
    return Json.of(json);
  }
}
