package dev.switchboard.processor.model;

import java.util.List;

/** Names of the runtime types that the processor knows. It never loads them: they exist in the user's class path only. */
public final class PayloadNames {
  /** The module of what answers calls. */
  public static final String WEBHOOKS = "dev.switchboard.webhooks";

  private static final String VOICE = WEBHOOKS + ".voice";

  /** Anything a webhook brings. */
  public static final TypeRef PAYLOAD = TypeRef.of(WEBHOOKS, "Payload");
  /** The whole HTTP request. */
  public static final TypeRef WEBHOOK_REQUEST = TypeRef.of(WEBHOOKS, "WebhookRequest");
  /** Typed state of a call or conversation. */
  public static final TypeRef CALL_STATE = TypeRef.of(WEBHOOKS, "CallState");
  /** Call instructions. */
  public static final TypeRef NCCO = TypeRef.of(WEBHOOKS + ".ncco", "Ncco");
  /** What the answer URL gets. */
  public static final TypeRef ANSWER_REQUEST = TypeRef.of(VOICE, "AnswerRequest");
  /** What the fallback URL gets. */
  public static final TypeRef FALLBACK_REQUEST = TypeRef.of(VOICE, "FallbackRequest");
  /** What the voice event URL gets. */
  public static final TypeRef VOICE_EVENT = TypeRef.of(VOICE, "VoiceEvent");
  /** What an input action's URL gets. */
  public static final TypeRef INPUT_EVENT = TypeRef.of(VOICE, "InputEvent");
  /** What a notify action's URL gets. */
  public static final TypeRef NOTIFY_EVENT = TypeRef.of(VOICE, "NotifyEvent");
  /** A leg changed its status. */
  public static final TypeRef CALL_EVENT = TypeRef.of(VOICE, "CallEvent");
  /** What a websocket is told first. */
  public static final TypeRef AUDIO_START = TypeRef.of(WEBHOOKS + ".audio", "AudioStart");
  /** What gets the sound of a websocket. */
  public static final TypeRef AUDIO_HANDLER = TypeRef.of(WEBHOOKS + ".audio", "AudioHandler");
  /** What the rtc event URL gets. */
  public static final TypeRef RTC_EVENT = TypeRef.of(WEBHOOKS + ".rtc", "RtcEvent");
  /** What the inbound URL gets. */
  public static final TypeRef INBOUND_MESSAGE =
      TypeRef.of(WEBHOOKS + ".messages", "InboundMessage");
  /** What a message carries. */
  public static final TypeRef CONTENT = TypeRef.of(WEBHOOKS + ".messages", "Content");
  /** What the messages status URL gets. */
  public static final TypeRef MESSAGE_STATUS = TypeRef.of(WEBHOOKS + ".messages", "MessageStatus");
  /** What the verify status URL gets. */
  public static final TypeRef VERIFY_EVENT = TypeRef.of(WEBHOOKS + ".verify", "VerifyEvent");
  /** What the video URLs get. */
  public static final TypeRef VIDEO_EVENT = TypeRef.of(WEBHOOKS + ".video", "VideoEvent");

  /**
   * Events whose answer the platform reads as a new NCCO (voice-webhooks.md section 6): input and notify always, the rest for legs of a
   * synchronous connect and for a websocket that was closed.
   */
  public static final List<TypeRef> ANSWERED_WITH_NCCO = List.of(
      INPUT_EVENT,
      NOTIFY_EVENT,
      callEvent("Timeout"),
      callEvent("Failed"),
      callEvent("Rejected"),
      callEvent("Unanswered"),
      callEvent("Busy"),
      callEvent("Disconnected"));

  private PayloadNames() {}

  private static TypeRef callEvent(String status) {
    return TypeRef.of(VOICE, "CallEvent", status);
  }
}
