package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * How to listen to keys.
 *
 * @param json the options
 */
public record Dtmf(Json json) {
  /** How long after the last key it ends; 3 s by default. */
  public Optional<Duration> timeOut() {
    return json.seconds("timeOut");
  }

  /**
   * How long after the last key it ends.
   *
   * @param time 0 to 10 whole seconds
   */
  public Dtmf timeOut(Duration time) {
    return with("timeOut", Range.DTMF_TIME_OUT.checked(time));
  }

  /** How many keys end it; 4 by default. */
  public Optional<Integer> maxDigits() {
    return Options.count(json, "maxDigits");
  }

  /**
   * How many keys end it.
   *
   * @param max 1 to 20
   */
  public Dtmf maxDigits(int max) {
    return with("maxDigits", Range.DTMF_MAX_DIGITS.checked(max));
  }

  /** Whether {@code #} ends it; not by default. */
  public Optional<Boolean> submitOnHash() {
    return json.flag("submitOnHash");
  }

  /** Whether {@code #} ends it. */
  public Dtmf submitOnHash(boolean ends) {
    return with("submitOnHash", ends);
  }

  /**
   * Sets an option that this version does not know.
   *
   * @param value what {@link Json#of} takes
   */
  public Dtmf with(String option, Object value) {
    return new Dtmf(json.with(option, value));
  }
}
