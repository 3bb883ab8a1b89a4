package dev.switchboard.sandbox.voice;

import dev.switchboard.webhooks.Json;
import java.time.Duration;

/**
 * Words in a recording.
 *
 * @param at since its start
 * @param text what was said
 */
record Said(Duration at, String text) {
  static Said of(Json json) {
    return new Said(
        Duration.ofMillis(json.integer("timestamp").orElse(0L)), json.required("sentence"));
  }

  Json toJson() {
    return Json.object("sentence", text, "raw_sentence", text, "timestamp", at.toMillis());
  }
}
