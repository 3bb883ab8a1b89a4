package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.util.List;
import java.util.Optional;

/**
 * The platform could not go on with a call, such as for a syntax error in an NCCO.
 *
 * @param json all of it
 */
public record ErrorEvent(Json json) implements VoiceEvent {
  /** Reads it. */
  public static ErrorEvent read(WebhookRequest request) {
    return new ErrorEvent(request.json());
  }

  /** Why, in prose. */
  public Optional<String> reason() {
    return json.text("reason");
  }

  @Override
  public List<String> unknownFields() {
    return VoiceFields.ERROR.unknownIn(json);
  }
}
