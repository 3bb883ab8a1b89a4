package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.WebhookRequest;
import java.time.Instant;
import java.util.Optional;

/** Anything a voice event URL receives. (Transcription, transfer, payment, error, notify left out of this sketch.) */
public sealed interface VoiceEvent extends Payload
    permits CallEvent, InputEvent, RecordEvent, VoiceEvent.Other {
  /** Reads it, in the order of the discrimination table. */
  static VoiceEvent read(WebhookRequest request) {
    Json json = request.json();
    if (json.has("recording_url")) {
      return new RecordEvent(json);
    }
    if (json.has("dtmf") || json.has("speech")) {
      return new InputEvent(json);
    }
    return json.has("status") ? CallEvent.of(json) : new Unknown(json);
  }

  /** The conversation. */
  default Optional<String> conversationUuid() {
    return json().text("conversation_uuid");
  }

  /** When it happened. */
  default Optional<Instant> timestamp() {
    return json().time("timestamp");
  }

  /** What has no type of its own in this major version. See {@link CallEvent.Other}. */
  sealed interface Other extends VoiceEvent permits Unknown {}

  /**
   * An event this version does not know.
   *
   * @param json all of it
   */
  record Unknown(Json json) implements Other {}
}
