package dev.switchboard.webhooks.audio;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * A key that somebody in the call has pressed.
 *
 * @param json all of it
 */
public record AudioKey(Json json) {
  /** {@code 0} to {@code 9}, {@code *} or {@code #}; empty where the message does not say. */
  public String digit() {
    return json.text("digit").orElse("");
  }

  /** How long it was held. */
  public Optional<Duration> held() {
    return json.integer("duration").map(Duration::ofMillis);
  }
}
