package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.WebhookRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Anything a voice event URL receives.
 *
 * <p>Events may come twice and out of order: {@code started} and {@code ringing}, and a failure and {@code completed},
 * may swap. Make handlers idempotent on uuid, status and timestamp.
 */
public sealed interface VoiceEvent extends Payload
    permits CallEvent,
        InputEvent,
        RecordEvent,
        TranscriptionEvent,
        TransferEvent,
        PaymentEvent,
        ErrorEvent,
        NotifyEvent,
        VoiceEvent.Other {
  /** Reads it from a request; see {@link #of}. */
  static VoiceEvent read(WebhookRequest request) {
    return of(request.json());
  }

  /**
   * Reads it. One body can look like several events, so the order of the tests matters: transfer, payment,
   * transcription, record, input, the statuses of a call, error, notify.
   */
  static VoiceEvent of(Json json) {
    String type = json.text("type").orElse("");
    String status = json.text("status").orElse("");
    if (type.equals("transfer") || json.has("conversation_uuid_from")) {
      return new TransferEvent(json);
    }
    if (type.equals("payment") || status.equals("success") || status.equals("failure")) {
      return new PaymentEvent(json);
    }
    if (status.equals("transcribed")) {
      return new TranscriptionEvent(json);
    }
    boolean ofCall = CallEvent.hasType(status);
    if (json.has("recording_url") && !ofCall) {
      return new RecordEvent(json);
    }
    if (json.has("dtmf") || json.has("speech")) {
      return new InputEvent(json);
    }
    if (ofCall) {
      return CallEvent.of(json);
    }
    if (json.has("reason") && !json.has("original_request")) {
      return new ErrorEvent(json);
    }
    if (status.isEmpty()) {
      return json.nested("payload").isObject() ? new NotifyEvent(json) : new Unknown(json);
    }
    return CallEvent.of(json);
  }

  /** The conversation, {@code CON-} and a UUID. */
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
   * An event this version does not know: also the body of a {@code notify} action where the platform sends it without
   * an envelope. {@link NotifyEvent#read} reads that.
   *
   * @param json all of it
   */
  record Unknown(Json json) implements Other {
    @Override
    public List<String> unknownFields() {
      return VoiceFields.EVENT.unknownIn(json);
    }
  }
}
