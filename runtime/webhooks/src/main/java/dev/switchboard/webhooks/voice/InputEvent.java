package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.util.Optional;

/**
 * What the caller pressed or said.
 *
 * @param json all of it
 */
public record InputEvent(Json json) implements VoiceEvent {
  /** Reads it. */
  public static InputEvent read(WebhookRequest request) {
    return new InputEvent(request.json());
  }

  /** Keys pressed; empty when none were. */
  public Optional<String> digits() {
    return json.get("dtmf").text("digits");
  }

  /** The likeliest text spoken. */
  public Optional<String> speech() {
    return json.get("speech").get("results").items().stream()
        .findFirst()
        .flatMap(best -> best.text("text"));
  }
}
