package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.util.List;
import java.util.Optional;

/**
 * A leg moved to another conversation.
 *
 * @param json all of it
 */
public record TransferEvent(Json json) implements VoiceEvent {
  /** Reads it. */
  public static TransferEvent read(WebhookRequest request) {
    return new TransferEvent(request.json());
  }

  /** The leg. */
  public Optional<String> uuid() {
    return json.text("uuid");
  }

  /** The conversation it left. */
  public Optional<String> conversationUuidFrom() {
    return json.text("conversation_uuid_from");
  }

  /** The conversation it joined. */
  public Optional<String> conversationUuidTo() {
    return json.text("conversation_uuid_to");
  }

  /** {@code transfer}; left out by newer versions of the platform. */
  public Optional<String> type() {
    return json.text("type");
  }

  @Override
  public List<String> unknownFields() {
    return VoiceFields.TRANSFER.unknownIn(json);
  }
}
