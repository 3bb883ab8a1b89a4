package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.util.List;

/**
 * What a {@code notify} action sent. The platform wraps it into an envelope; its reference shows it bare. Both are read.
 *
 * @param json all of it
 */
public record NotifyEvent(Json json) implements VoiceEvent {
  /** Reads it. */
  public static NotifyEvent read(WebhookRequest request) {
    return new NotifyEvent(request.json());
  }

  /** The payload as the action gave it. */
  public Json payload() {
    Json payload = json.nested("payload");
    return payload.isObject() ? payload : json;
  }

  @Override
  public List<String> unknownFields() {
    return json.nested("payload").isObject() ? VoiceFields.NOTIFY.unknownIn(json) : List.of();
  }
}
