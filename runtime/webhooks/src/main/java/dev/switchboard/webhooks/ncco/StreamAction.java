package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Plays a file: MP3, or WAV of 16 bits. The platform keeps the file as long as its {@code Cache-Control} allows.
 *
 * @param json the action, with a relative URL where it is a file of the app
 */
public record StreamAction(Json json) implements Action {
  /** The file. */
  public Optional<String> streamUrl() {
    return Options.first(json, "streamUrl");
  }

  /** How often it is played; 1 by default, 0 is for ever. */
  public Optional<Integer> loop() {
    return Options.count(json, "loop");
  }

  /**
   * How often it is played.
   *
   * @param times 0 or more; 0 is for ever, or until the caller interrupts
   */
  public StreamAction loop(int times) {
    return with("loop", Range.LOOP.checked(times));
  }

  /** Loudness; 0 by default. */
  public Optional<BigDecimal> level() {
    return json.decimal("level");
  }

  /**
   * Loudness.
   *
   * @param level from -1 to 1; the platform knows steps of 0.1
   */
  public StreamAction level(double level) {
    return with("level", Range.LEVEL.checked(level));
  }

  /** Whether the caller may interrupt; not by default. */
  public Optional<Boolean> allowsBargeIn() {
    return json.flag("bargeIn");
  }

  /** Lets the caller interrupt. The platform wants an input afterwards, so there is no way to leave it out. */
  public Prompt bargeIn(Listening next) {
    return new Prompt(with("bargeIn", true), next);
  }

  /**
   * Sets an option that this version does not know.
   *
   * @param value what {@link Json#of} takes
   */
  public StreamAction with(String option, Object value) {
    return new StreamAction(json.with(option, value));
  }
}
