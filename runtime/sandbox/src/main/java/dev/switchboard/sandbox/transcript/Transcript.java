package dev.switchboard.sandbox.transcript;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What happened so far in one call or conversation. Its text is made to be read: one line a step, seconds first.
 *
 * @param title who with whom
 * @param start when it began
 * @param earlier how many steps came before these, and are forgotten
 * @param steps what happened, oldest first
 */
public record Transcript(String title, Instant start, int earlier, List<Step> steps) {
  /** Copies the steps. */
  public Transcript {
    steps = List.copyOf(steps);
  }

  /** How many steps there have been, forgotten ones included. */
  public int count() {
    return earlier + steps.size();
  }

  /**
   * The first step like that.
   *
   * @param from how many steps to pass over, forgotten ones included
   * @return its place, counted with forgotten ones; -1 when there is none
   */
  public int find(int from, Predicate<Step> wanted) {
    for (int i = Math.max(0, from - earlier); i < steps.size(); i++) {
      if (wanted.test(steps.get(i))) {
        return earlier + i;
      }
    }
    return -1;
  }

  /** The step at a place. */
  public Step at(int place) {
    return steps.get(place - earlier);
  }

  /** Every attempt to deliver a webhook. */
  public List<Step.Webhook> webhooks() {
    return steps.stream()
        .filter(Step.Webhook.class::isInstance)
        .map(Step.Webhook.class::cast)
        .toList();
  }

  /** Everything that was heard. */
  public List<String> heard() {
    return steps.stream()
        .filter(Step.Heard.class::isInstance)
        .map(step -> ((Step.Heard) step).text())
        .toList();
  }

  /** For the control API. */
  public Json toJson() {
    return Json.object(
        "title",
        title,
        "start",
        start.toString(),
        "earlier",
        earlier,
        "steps",
        Json.array(steps.stream().map(Step::toJson).toList()));
  }

  @Override
  public String toString() {
    return text(-1, "");
  }

  /** The same text with a remark below the step at a place. */
  public String text(int place, String remark) {
    StringBuilder text = new StringBuilder(title).append('\n');
    if (earlier > 0) {
      text.append("         (").append(earlier).append(" earlier steps are forgotten)\n");
    }
    for (int i = 0; i < steps.size(); i++) {
      Step each = steps.get(i);
      text.append(String.format("%8.3f ", Duration.between(start, each.at()).toMillis() / 1000.0))
          .append(each.line())
          .append('\n');
      if (earlier + i == place) {
        text.append("       ^ ").append(remark).append('\n');
      }
    }
    return text.toString();
  }
}
