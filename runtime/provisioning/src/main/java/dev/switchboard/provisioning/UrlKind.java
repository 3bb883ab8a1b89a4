package dev.switchboard.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The webhooks of the Application API, what the platform lays down for each, and what our annotations call it. */
enum UrlKind {
  ANSWER("voice", "answer_url", "AnswerUrl", "answer", "GET", 5000, "voice.AnswerRequest", "call"),
  FALLBACK_ANSWER(
      "voice",
      "fallback_answer_url",
      "FallbackAnswerUrl",
      "fallback-answer",
      "GET",
      5000,
      "voice.FallbackRequest",
      "call"),
  EVENT("voice", "event_url", "EventUrl", "event", "POST", 10_000, "voice.VoiceEvent", "event"),
  INBOUND(
      "messages",
      "inbound_url",
      "InboundUrl",
      "inbound",
      "POST",
      0,
      "messages.InboundMessage",
      "message"),
  STATUS(
      "messages",
      "status_url",
      "StatusUrl",
      "status",
      "POST",
      0,
      "messages.MessageStatus",
      "status"),
  RTC_EVENT("rtc", "event_url", "EventUrl", "rtc-event", "POST", 0, "rtc.RtcEvent", "event"),
  VERIFY_STATUS(
      "verify",
      "status_url",
      "StatusUrl",
      "verify-status",
      "POST",
      0,
      "verify.VerifyEvent",
      "event");

  /** Milliseconds to connect that a webhook of voice may be given, and the platform's default (application-api.md 4.1). */
  static final int SHORTEST_CONNECT = 300;

  static final int LONGEST_CONNECT = 1000;
  static final int SHORTEST_SOCKET = 1000;

  private final String capability;
  private final String wireName;
  private final String annotation;
  private final String segment;
  private final String defaultMethod;
  private final int longestSocket;
  private final String payload;
  private final String parameter;

  UrlKind(
      String capability,
      String wireName,
      String annotation,
      String segment,
      String defaultMethod,
      int longestSocket,
      String payload,
      String parameter) {
    this.capability = capability;
    this.wireName = wireName;
    this.annotation = annotation;
    this.segment = segment;
    this.defaultMethod = defaultMethod;
    this.longestSocket = longestSocket;
    this.payload = payload;
    this.parameter = parameter;
  }

  static List<UrlKind> of(String capability) {
    return Stream.of(values())
        .filter(kind -> kind.capability.equals(capability))
        .toList();
  }

  static Optional<UrlKind> of(String capability, String wireName) {
    return of(capability).stream()
        .filter(kind -> kind.wireName.equals(wireName))
        .findFirst();
  }

  String capability() {
    return capability;
  }

  String wireName() {
    return wireName;
  }

  String annotation() {
    return annotation;
  }

  /** The end of its default path. */
  String segment() {
    return segment;
  }

  /** What the platform uses where the application names no method. */
  String defaultMethod() {
    return defaultMethod;
  }

  /** Whether the application holds time-outs for it. */
  boolean timed() {
    return longestSocket > 0;
  }

  /** Milliseconds: the most that may be asked for, and the platform's default; 0 where there is no such time-out. */
  int longestSocket() {
    return longestSocket;
  }

  boolean postOnly() {
    return capability.equals("messages") || capability.equals("verify");
  }

  boolean givesNcco() {
    return this == ANSWER || this == FALLBACK_ANSWER;
  }

  /** What its method takes, below the package of webhooks. */
  String payload() {
    return payload;
  }

  String parameter() {
    return parameter;
  }
}
