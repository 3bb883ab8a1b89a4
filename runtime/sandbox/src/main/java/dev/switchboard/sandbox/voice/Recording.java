package dev.switchboard.sandbox.voice;

import dev.switchboard.webhooks.Json;
import java.time.Instant;
import java.util.Optional;

/** A recording under way. */
final class Recording {
  private final Json action;
  private final Instant start;

  Recording(Json action, Instant start) {
    this.action = action;
    this.start = start;
  }

  Json action() {
    return action;
  }

  Instant start() {
    return start;
  }

  boolean endsOnSilence() {
    return action.has("endOnSilence");
  }

  boolean endsOn(char key) {
    return action.text("endOnKey").equals(Optional.of(String.valueOf(key)));
  }

  /** Only with an end of its own does the next action wait for it. */
  boolean blocks() {
    return endsOnSilence() || action.has("endOnKey");
  }
}
