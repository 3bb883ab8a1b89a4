package dev.switchboard.webhooks.voice;

import dev.switchboard.webhooks.known.KnownFields;

/** What the accessors of this package read; see {@link dev.switchboard.webhooks.Payload#unknownFields}. */
final class VoiceFields {
  static final KnownFields EVENT = KnownFields.of("conversation_uuid", "timestamp");
  static final KnownFields LEG = EVENT.texts("uuid", "from", "to");

  static final KnownFields CALL = LEG.texts("status", "call_uuid", "direction").whole("headers");
  static final KnownFields CALL_ANSWERED = CALL.texts("start_time", "rate", "network");
  static final KnownFields CALL_ENDED = CALL.texts("detail", "sip_code");
  static final KnownFields CALL_BUSY = CALL.texts("sip_code");
  static final KnownFields CALL_DETECTED = CALL.texts("sub_state");
  static final KnownFields CALL_COMPLETED = CALL.texts(
      "start_time",
      "end_time",
      "duration",
      "rate",
      "price",
      "network",
      "disconnected_by",
      "sip_code");

  static final KnownFields RECORD =
      EVENT.texts("start_time", "end_time", "recording_url", "size", "recording_uuid", "uuid");
  static final KnownFields TRANSCRIPTION =
      EVENT.texts("type", "status", "recording_uuid", "transcription_url");
  static final KnownFields TRANSFER =
      EVENT.texts("type", "uuid", "conversation_uuid_from", "conversation_uuid_to");
  static final KnownFields PAYMENT = LEG.texts("type", "status");
  static final KnownFields ERROR = EVENT.texts("reason");
  static final KnownFields NOTIFY = EVENT.whole("payload");
  static final KnownFields INPUT = LEG.texts("dtmf", "timed_out")
      .object("dtmf", KnownFields.of("digits", "timed_out"))
      .object(
          "speech",
          KnownFields.of("timeout_reason", "error", "recording_url")
              .items("results", KnownFields.of("text", "confidence")));

  static final KnownFields ANSWER = KnownFields.of(
          "to", "from", "from_user", "endpoint_type", "uuid", "conversation_uuid", "region_url")
      .whole("custom_data")
      .prefix(AnswerRequest.SIP_HEADER);
  static final KnownFields FALLBACK =
      KnownFields.of("reason").object("original_request", KnownFields.of("url", "type"));

  private VoiceFields() {}
}
