package dev.switchboard.provisioning;

import dev.switchboard.webhooks.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a plan as a diff for people: one line a value, signs in front, handlers behind. */
final class PlanText {
  private static final int WIDEST = 72;

  private PlanText() {}

  static String of(DeploymentContext deployment, LivePlan plan) {
    StringBuilder text = new StringBuilder();
    text.append(deployment.manifest().app())
        .append(" in ")
        .append(deployment.environment())
        .append(" (")
        .append(deployment.account())
        .append(")\n");
    text.append(plan.applicationId()
        .map(id -> plan.isEmpty() ? "  application " + id + "\n" : "  ~ application " + id + "\n")
        .orElse("  + a new application, with a key made here\n"));
    int width = Math.min(
        WIDEST, plan.changes().stream().mapToInt(c -> c.name().length()).max().orElse(0));
    for (Change change : plan.changes()) {
      text.append("    ").append(line(change, width)).append('\n');
    }
    plan.notes().forEach(note -> text.append("  note: ").append(note).append('\n'));
    plan.refusals()
        .forEach(refusal -> text.append("  refused: ").append(refusal).append('\n'));
    return text.append(summary(plan)).append('\n').toString();
  }

  private static String line(Change change, int width) {
    String name = String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", change.name());
    String before = value(change.before());
    String after = value(change.after());
    String values = switch (change.kind()) {
      case ADD -> " = " + after;
      case CHANGE -> " = " + before + " -> " + after;
      case REMOVE -> " = " + before;
    };
    String handlers = change.handlers().isEmpty() ? "" : "   # " + handlers(change.handlers());
    String note = change.note().isEmpty() ? "" : "   (" + change.note() + ")";
    return change.kind().sign() + " " + name + values + handlers + note;
  }

  private static String handlers(List<String> handlers) {
    return handlers.get(0) + (handlers.size() > 1 ? " and " + (handlers.size() - 1) + " more" : "");
  }

  private static String value(Optional<Json> value) {
    return value.map(Json::write).orElse("");
  }

  private static String summary(LivePlan plan) {
    if (plan.isEmpty()) {
      return "No changes: the platform is what the manifest says.";
    }
    long add = count(plan, Change.Kind.ADD, false);
    long change = count(plan, Change.Kind.CHANGE, false);
    long remove = count(plan, Change.Kind.REMOVE, false);
    long numbers = plan.changes().stream().filter(Change::ofNumber).count();
    String text = "Plan: " + add + " to add, " + change + " to change, " + remove + " to remove";
    text += numbers == 0 ? "." : "; " + numbers + (numbers == 1 ? " number." : " numbers.");
    return plan.changes().isEmpty() && plan.applicationId().isPresent()
        ? "No changes on the platform; the state is brought up to date."
        : text;
  }

  private static long count(LivePlan plan, Change.Kind kind, boolean ofNumber) {
    return plan.changes().stream()
        .filter(c -> c.kind() == kind && c.ofNumber() == ofNumber)
        .count();
  }
}
