package dev.switchboard.sandbox.voice;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How the people behind other numbers behave when they are called. Safe for many threads. */
public final class Phones {
  /**
   * What happens at a number that is called.
   *
   * @param status {@code answered}, or how the call fails: {@code busy}, {@code rejected}, {@code timeout}, {@code
   *     unanswered}, {@code failed}
   * @param after how long it rings
   * @param machine whether a machine answers
   * @param beep when the machine beeps, counted from the answer; it never does where empty
   */
  public record Behaviour(String status, Duration after, boolean machine, Optional<Duration> beep) {
    /** A person, or nobody. */
    public Behaviour(String status, Duration after) {
      this(status, after, false, Optional.empty());
    }

    /** An answering machine that takes the call at once. */
    public static Behaviour machine(Optional<Duration> beep) {
      return new Behaviour("answered", Duration.ZERO, true, beep);
    }
  }

  private static final Behaviour ANSWERS = new Behaviour("answered", Duration.ZERO);

  private final Map<String, Behaviour> byNumber = new ConcurrentHashMap<>();

  /** Sets what happens at a number from now on. */
  public void set(String number, Behaviour behaviour) {
    byNumber.put(number, behaviour);
  }

  /** All that was set, for whoever keeps it. */
  public Json toJson() {
    Map<String, Object> json = new TreeMap<>();
    byNumber.forEach((number, behaviour) -> json.put(
        number,
        Json.object(
            "status", behaviour.status(),
            "after", behaviour.after().toString(),
            "machine", behaviour.machine(),
            "beep", behaviour.beep().map(Duration::toString).orElse(""))));
    return Json.of(json);
  }

  /** Sets what {@link #toJson} wrote. */
  public void restore(Json json) {
    json.members()
        .forEach((number, behaviour) -> set(
            number,
            new Behaviour(
                behaviour.required("status"),
                Duration.parse(behaviour.required("after")),
                behaviour.flag("machine").orElse(false),
                behaviour.text("beep").filter(beep -> !beep.isEmpty()).map(Duration::parse))));
  }

  Behaviour of(String number) {
    return byNumber.getOrDefault(number, ANSWERS);
  }
}
