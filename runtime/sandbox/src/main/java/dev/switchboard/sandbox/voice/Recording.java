package dev.switchboard.sandbox.voice;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A recording under way. */
final class Recording {
  private static final int MOST_SENTENCES = 1_000;

  private final Json action;
  private final Instant start;
  private final List<Said> said = new ArrayList<>();

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

  void hears(Instant now, String words) {
    if (said.size() < MOST_SENTENCES) {
      said.add(new Said(Duration.between(start, now), words));
    }
  }

  List<Said> said() {
    return said;
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
