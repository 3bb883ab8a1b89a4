package dev.switchboard.commands;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.provisioning.Change;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A plan as people and machines read it: each change with the source line that wants it. */
public final class PlanView {
  /** Names longer than this do not move the values of all others to the right. */
  private static final int WIDEST = 44;

  private final Manifest manifest;
  private final ClassPathScan scan;
  private final Plan plan;

  /** A view on a plan; {@code scan} knows the source lines. */
  public PlanView(Manifest manifest, ClassPathScan scan, Plan plan) {
    this.manifest = manifest;
    this.scan = scan;
    this.plan = plan;
  }

  /** Prints the differences, what would be refused, and a sum. */
  public void print(Console console) {
    List<Line> lines = lines();
    plan.applicationId()
        .ifPresentOrElse(
            id -> console.line("  " + (plan.isEmpty() ? " " : console.yellow("~")) + " application "
                + console.dim(id)),
            () -> console.line(
                "  " + console.green("+") + " application " + console.dim("with a key made here")));
    int width = lines.stream()
        .mapToInt(line -> line.name().length())
        .filter(n -> n <= WIDEST)
        .max()
        .orElse(0);
    for (Line line : lines) {
      String name = String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", line.name());
      console.line("    " + sign(console, line.kind()) + " " + name + "  " + line.value()
          + line.source().map(source -> "  " + console.dim(source)).orElse(""));
    }
    plan.notes().forEach(note -> console.line("  " + console.dim("note: " + note)));
    plan.refusals()
        .forEach(refusal -> console.line("  " + console.red("refused:") + " " + refusal));
    console.line("  " + console.bold(sum()));
  }

  /** One line: what changes, how many of each kind. */
  String sum() {
    if (plan.isEmpty()) {
      return "No changes: the platform is what the manifest says.";
    }
    if (plan.changes().isEmpty() && plan.applicationId().isPresent()) {
      return "No changes on the platform; the state is brought up to date.";
    }
    return "Plan: " + (plan.applicationId().isEmpty() ? "create the application; " : "")
        + count(Change.Kind.ADD) + " to add, " + count(Change.Kind.CHANGE) + " to change, "
        + count(Change.Kind.REMOVE) + " to remove.";
  }

  /** Puts the plan into the report of its app. */
  void into(AppReport report, boolean changesPass) {
    report
        .fact("applicationId", plan.applicationId())
        .fact("empty", plan.isEmpty())
        .fact("refusals", plan.refusals())
        .fact("notes", plan.notes())
        .list("changes")
        .summary(sum());
    for (Change change : plan.changes()) {
      report.row(row(change, source(change), changesPass));
    }
  }

  /** A change as a row of its list. */
  static Row row(Change change, Optional<String> source, boolean passes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    json.put("path", change.path());
    change.before().ifPresent(before -> json.put("before", before));
    change.after().ifPresent(after -> json.put("after", after));
    source.ifPresent(line -> json.put("source", line));
    if (!change.note().isEmpty()) {
      json.put("note", change.note());
    }
    return new Row(
        "changes",
        shortName(change.path()),
        value(change) + note(change) + source.map(line -> "  " + line).orElse(""),
        passes,
        Json.of(json));
  }

  private record Line(Change.Kind kind, String name, String value, Optional<String> source) {}

  /** The changes, where the members of a webhook that is added make one line. */
  private List<Line> lines() {
    Map<List<String>, List<Change>> lines = new LinkedHashMap<>();
    for (Change change : plan.changes()) {
      boolean partOfNew = change.kind() == Change.Kind.ADD && isInWebhook(change);
      List<String> key = partOfNew ? change.path().subList(0, 4) : change.path();
      lines.computeIfAbsent(key, path -> new ArrayList<>()).add(change);
    }
    return lines.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Line line(List<String> path, List<Change> changes) {
    Change first = changes.get(0);
    return path.equals(first.path())
        ? new Line(first.kind(), shortName(path), value(first) + note(first), source(first))
        : joined(path, changes);
  }

  /** {@code voice.answer_url} for {@code capabilities.voice.webhooks.answer_url}: no two members share a short name. */
  static String shortName(List<String> path) {
    List<String> names = new ArrayList<>(path);
    if (names.size() > 1 && names.get(0).equals("capabilities")) {
      names.remove(0);
      names.remove("webhooks");
    }
    return String.join(".", names);
  }

  private Line joined(List<String> path, List<Change> members) {
    StringBuilder value = new StringBuilder();
    member(members, "http_method").ifPresent(method -> value.append(method).append(' '));
    member(members, "address").ifPresent(value::append);
    for (Change change : members) {
      String member = change.path().get(change.path().size() - 1);
      if (!member.equals("http_method") && !member.equals("address")) {
        value.append("  ").append(member).append(' ').append(text(change.after()));
      }
    }
    return new Line(
        Change.Kind.ADD, shortName(path), value.toString().strip(), source(members.get(0)));
  }

  private static Optional<String> member(List<Change> members, String name) {
    return members.stream()
        .filter(change -> change.path().get(change.path().size() - 1).equals(name))
        .findFirst()
        .map(change -> change.after().flatMap(Json::text).orElse(""));
  }

  private static boolean isInWebhook(Change change) {
    return change.path().size() == 5 && change.path().get(2).equals("webhooks");
  }

  private Optional<String> source(Change change) {
    if (change.path().size() < 4 || !change.path().get(2).equals("webhooks")) {
      return Optional.empty();
    }
    return manifest.routes().stream()
        .filter(route -> route.capability().equals(Optional.of(change.path().get(1)))
            && route.kind().equals(change.path().get(3)))
        .map(Route::handlers)
        .flatMap(List::stream)
        .map(scan::source)
        .flatMap(Optional::stream)
        .findFirst();
  }

  static String value(Change change) {
    return switch (change.kind()) {
      case ADD -> text(change.after());
      case CHANGE -> text(change.before()) + " -> " + text(change.after());
      case REMOVE -> text(change.before());
    };
  }

  private static String note(Change change) {
    return change.note().isEmpty() ? "" : "  (" + change.note() + ")";
  }

  private static String text(Optional<Json> value) {
    return value
        .map(json -> json.text().filter(PlanView::isOneLine).orElseGet(json::write))
        .orElse("");
  }

  /** Else it is shown as JSON, quoted and escaped: a name must not look like lines of ours. */
  private static boolean isOneLine(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }

  private static String sign(Console console, Change.Kind kind) {
    return switch (kind) {
      case ADD -> console.green("+");
      case CHANGE -> console.yellow("~");
      case REMOVE -> console.red("-");
    };
  }

  private long count(Change.Kind kind) {
    return lines().stream().filter(line -> line.kind() == kind).count();
  }
}
