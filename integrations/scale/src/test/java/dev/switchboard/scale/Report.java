package dev.switchboard.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.sandbox.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the platform saw, held against what the copies' shared store holds. */
final class Report {
  private final Function<String, String> states;
  private static final String LOST = "plain events lost with a copy";
  private static final String CUT_OFF = "connections that ended without an answer";

  /** Printed also where it is none. */
  private final Map<String, Integer> counts = new TreeMap<>(Map.of(LOST, 0, CUT_OFF, 0));

  private final List<String> wrong = new ArrayList<>();
  private final Set<String> conversations = new HashSet<>();

  /** @param states the state of a conversation; empty text where there is none */
  Report(Function<String, String> states) {
    this.states = states;
  }

  /** Every step that was answered 2xx is in the state of its call, once, and nothing of another caller is. */
  void call(String caller, Transcript transcript) {
    count("calls with state");
    List<Step.Webhook> webhooks = transcript.webhooks();
    String conversation = webhooks.stream()
        .flatMap(webhook -> webhook.payload().text("conversation_uuid").stream())
        .findFirst()
        .orElse("");
    String state = conversation.isEmpty() ? "" : states.apply(conversation);
    List<String> steps = state.isEmpty() ? List.of() : List.of(state.split(";"));
    for (String step : steps) {
      check(
          step.endsWith(':' + caller), "a step of somebody else in " + conversation + ": " + step);
    }
    check(new HashSet<>(steps).size() == steps.size(), "a step twice in " + conversation);
    check(conversations.add(conversation) || conversation.isEmpty(), "one state for two calls");
    for (Step.Webhook webhook : webhooks) {
      webhook.outcome().ifPresent(outcome -> attempt(webhook, outcome, caller, steps));
    }
  }

  private void attempt(
      Step.Webhook webhook, Step.Outcome outcome, String caller, List<String> steps) {
    attempt(webhook, outcome);
    boolean taken = outcome.status() / 100 == 2;
    String kind = webhook.kind();
    String step = switch (kind) {
      case "voice.answer_url" -> "answer";
      case "input" -> "choice1";
      case "voice.event_url" -> "event-" + webhook.about();
      default -> "";
    };
    if (step.isEmpty()) {
      return;
    }
    boolean there = steps.contains(step + ':' + caller);
    if (taken) {
      check(there, "acknowledged and lost: " + step + " of " + caller + " in " + steps);
      count("steps acknowledged");
    } else if (kind.equals("voice.event_url") && !there) {
      count(outcome.status() == 0 ? LOST : "plain events refused");
    }
  }

  /** An order that was answered 2xx is in the oven that the copies share, and is the one that this caller gave. */
  void order(String pizza, String stored, Transcript transcript) {
    count("calls to the example");
    boolean ordered = false;
    for (Step.Webhook webhook : transcript.webhooks()) {
      Step.Outcome outcome = webhook.outcome().orElse(null);
      if (outcome == null) {
        continue;
      }
      attempt(webhook, outcome);
      boolean taken = outcome.status() / 100 == 2;
      if (taken && webhook.url().endsWith("/pizza")) {
        ordered = true;
        count("orders acknowledged");
      } else if (!taken && webhook.kind().equals("voice.event_url")) {
        count(outcome.status() == 0 ? LOST : "plain events refused");
      }
    }
    check(!ordered || stored.equals(pizza), "acknowledged " + pizza + ", in the oven: " + stored);
    check(stored.isEmpty() || stored.equals(pizza), "somebody else's pizza: " + stored);
  }

  private void attempt(Step.Webhook webhook, Step.Outcome outcome) {
    count("attempts");
    if (webhook.attempt() > 1) {
      count("attempts that were repeats");
    }
    if (outcome.status() / 100 != 2) {
      count(
          "attempts not taken, " + (outcome.status() == 0 ? "connection ended" : outcome.status()));
    }
  }

  /** A message was taken in the end, and its record is there. */
  void message(Transcript transcript, Predicate<String> recorded) {
    count("messages");
    for (Step.Webhook webhook : transcript.webhooks()) {
      webhook.outcome().ifPresent(outcome -> attempt(webhook, outcome));
      String uuid = webhook.payload().text("message_uuid").orElse("");
      boolean taken = webhook.outcome().filter(o -> o.status() / 100 == 2).isPresent();
      if (taken) {
        count("messages acknowledged");
        check(recorded.test(uuid), "acknowledged and lost: message " + uuid);
      }
    }
    check(isTaken(transcript), "a message that was never taken");
  }

  /** Whether some webhook of a person was answered 2xx. */
  static boolean isTaken(Transcript transcript) {
    return transcript.webhooks().stream()
        .anyMatch(
            webhook -> webhook.outcome().filter(o -> o.status() / 100 == 2).isPresent());
  }

  /** Without Redis nothing is let through. */
  void withoutRedis(Map<Integer, Integer> answers) {
    answers.forEach((status, count) -> {
      check(status == 503, "answered " + status + " while Redis was away");
      add("messages sent to copies while Redis was away, all answered 503", count);
    });
  }

  private void count(String what) {
    add(what, 1);
  }

  void add(String what, int count) {
    counts.merge(what, count, Integer::sum);
  }

  /** Fails with everything that was wrong. */
  void verify() {
    assertThat(wrong).isEmpty();
    assertThat(counts.getOrDefault("steps acknowledged", 0)).isPositive();
    assertThat(counts.getOrDefault("orders acknowledged", 0)).isPositive();
    assertThat(counts.getOrDefault("messages acknowledged", 0))
        .isGreaterThanOrEqualTo(counts.getOrDefault("messages", 0));
    assertThat(counts.get(LOST)).isLessThanOrEqualTo(counts.get(CUT_OFF));
  }

  private void check(boolean right, String complaint) {
    if (!right) {
      wrong.add(complaint);
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach((what, count) -> text.append(String.format("  %7d  %s%n", count, what)));
    return text.toString();
  }
}
