package dev.switchboard.sandbox.transcript;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What happened so far in one call or conversation. Its text is made to be read: one line a step, seconds first.
 *
 * @param title who with whom
 * @param start when it began
 * @param steps what happened, oldest first
 */
public record Transcript(String title, Instant start, List<Step> steps) {
  /** Copies the steps. */
  public Transcript {
    steps = List.copyOf(steps);
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
        "title", title,
        "start", start.toString(),
        "steps", Json.array(steps.stream().map(Step::toJson).toList()));
  }

  @Override
  public String toString() {
    return text(-1, "");
  }

  /** The same text with a remark below one step. */
  public String text(int step, String remark) {
    StringBuilder text = new StringBuilder(title).append('\n');
    for (int i = 0; i < steps.size(); i++) {
      Step each = steps.get(i);
      text.append(String.format("%8.3f ", Duration.between(start, each.at()).toMillis() / 1000.0))
          .append(each.line())
          .append('\n');
      if (i == step) {
        text.append("       ^ ").append(remark).append('\n');
      }
    }
    return text.toString();
  }
}
