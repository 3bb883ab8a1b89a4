package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How the platform finds out whether a machine answered. Made by {@link Ncco#advancedMachineDetection}.
 *
 * @param json the options
 */
public record AdvancedMachineDetection(Json json) {
  /** What it waits for. */
  public enum Mode {
    /** The NCCO runs while it detects. */
    DEFAULT,
    /** The NCCO waits for the verdict. */
    DETECT,
    /** The NCCO waits for the verdict, and for the beep of a machine. */
    DETECT_BEEP;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** As an NCCO says it. */
    public String wireName() {
      return wireName;
    }
  }

  /** {@code continue} or {@code hangup}. */
  public Optional<String> behavior() {
    return json.text("behavior");
  }

  /** {@code default}, {@code detect} or {@code detect_beep}. */
  public Optional<String> mode() {
    return json.text("mode");
  }

  /** What it waits for. */
  public AdvancedMachineDetection mode(Mode mode) {
    return with("mode", mode.wireName());
  }

  /** How long it waits for the beep; the platform does not tell its default. */
  public Optional<Duration> beepTimeout() {
    return json.seconds("beep_timeout");
  }

  /**
   * How long it waits for the beep.
   *
   * @param time 45 to 120 whole seconds
   */
  public AdvancedMachineDetection beepTimeout(Duration time) {
    return with("beep_timeout", Range.BEEP_TIMEOUT.checked(time));
  }

  /**
   * Sets an option that this version does not know.
   *
   * @param value what {@link Json#of} takes
   */
  public AdvancedMachineDetection with(String option, Object value) {
    return new AdvancedMachineDetection(json.with(option, value));
  }
}
