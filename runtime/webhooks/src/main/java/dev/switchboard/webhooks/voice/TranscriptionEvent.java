package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The text of a recording is ready.
 *
 * @param json all of it
 */
public record TranscriptionEvent(Json json) implements VoiceEvent {
  /** Reads it. */
  public static TranscriptionEvent read(WebhookRequest request) {
    return new TranscriptionEvent(request.json());
  }

  /** Where to fetch it, with a token of this application. */
  public Optional<URI> transcriptionUrl() {
    return json.uri("transcription_url");
  }

  /** The recording it is the text of. */
  public Optional<String> recordingUuid() {
    return json.text("recording_uuid");
  }

  /** {@code transcribed}. */
  public Optional<String> status() {
    return json.text("status");
  }

  /** {@code record}. */
  public Optional<String> type() {
    return json.text("type");
  }

  @Override
  public List<String> unknownFields() {
    return VoiceFields.TRANSCRIPTION.unknownIn(json);
  }
}
