package dev.switchboard.processor.model;

import java.util.Optional;

/** The kinds of URL an app can have, in the order of the manifest, with what the platform lays down for each. */
public enum WebhookKind {
  /** Gives the first NCCO. */
  ANSWER(
      CapabilityKind.VOICE,
      "answer_url",
      "AnswerUrl",
      "answer",
      Verb.GET,
      5000,
      PayloadNames.ANSWER_REQUEST),
  /** Gives an NCCO when another URL failed. */
  FALLBACK_ANSWER(
      CapabilityKind.VOICE,
      "fallback_answer_url",
      "FallbackAnswerUrl",
      "fallback-answer",
      Verb.GET,
      5000,
      PayloadNames.FALLBACK_REQUEST),
  /** Hears what happens in calls. */
  EVENT(
      CapabilityKind.VOICE,
      "event_url",
      "EventUrl",
      "event",
      Verb.POST,
      10000,
      PayloadNames.VOICE_EVENT),
  /** Hears what happens in conversations. */
  RTC_EVENT(
      CapabilityKind.RTC,
      "event_url",
      "EventUrl",
      "rtc-event",
      Verb.POST,
      0,
      PayloadNames.RTC_EVENT),
  /** Takes messages. */
  INBOUND(
      CapabilityKind.MESSAGES,
      "inbound_url",
      "InboundUrl",
      "inbound",
      Verb.POST_ONLY,
      0,
      PayloadNames.INBOUND_MESSAGE),
  /** Hears what became of messages. */
  STATUS(
      CapabilityKind.MESSAGES,
      "status_url",
      "StatusUrl",
      "status",
      Verb.POST_ONLY,
      0,
      PayloadNames.MESSAGE_STATUS),
  /** Hears what became of verifications. */
  VERIFY_STATUS(
      CapabilityKind.VERIFY,
      "status_url",
      "StatusUrl",
      "verify-status",
      Verb.POST_ONLY,
      0,
      PayloadNames.VERIFY_EVENT),
  /** One of the video callbacks. */
  VIDEO(
      CapabilityKind.VIDEO,
      "video",
      "VideoUrl",
      "video-",
      Verb.POST_ONLY,
      0,
      PayloadNames.VIDEO_EVENT),
  /** A URL that only NCCOs refer to. */
  CALLBACK(CapabilityKind.VOICE, "callback", "CallbackUrl", "", Verb.POST, 0, PayloadNames.PAYLOAD),
  /** A websocket that NCCOs connect a call to. */
  WEBSOCKET(
      CapabilityKind.VOICE, "websocket", "WebSocketUrl", "", Verb.GET, 0, PayloadNames.AUDIO_START);

  /** Milliseconds to connect, for every kind that has the time-out at all. */
  public static final Range CONNECT_TIMEOUT = new Range(300, 1000);

  private enum Verb {
    GET,
    POST,
    POST_ONLY
  }

  private final CapabilityKind capability;
  private final String wireName;
  private final String annotation;
  private final String segment;
  private final Verb verb;
  private final int longestSocketTimeout;

  @SuppressWarnings("ImmutableEnumChecker") // A record that copies its list.
  private final TypeRef root;

  WebhookKind(
      CapabilityKind capability,
      String wireName,
      String annotation,
      String segment,
      Verb verb,
      int longestSocketTimeout,
      TypeRef root) {
    this.capability = capability;
    this.wireName = wireName;
    this.annotation = annotation;
    this.segment = segment;
    this.verb = verb;
    this.longestSocketTimeout = longestSocketTimeout;
    this.root = root;
  }

  /** The capability without which the platform never calls it. */
  public CapabilityKind capability() {
    return capability;
  }

  /** Its name in the API, or {@code callback}; of a video URL, see {@link Url#wireName()}. */
  public String wireName() {
    return wireName;
  }

  /** Simple name of its annotation. */
  public String annotation() {
    return annotation;
  }

  /** The end of its default path; of video URLs the beginning of it, of what is named after its method nothing. */
  public String segment() {
    return segment;
  }

  /** GET or POST. */
  public String defaultMethod() {
    return verb == Verb.GET ? "GET" : "POST";
  }

  /** Whether the platform takes nothing else than POST. */
  public boolean postOnly() {
    return verb == Verb.POST_ONLY;
  }

  /** Whether the application holds time-outs for it, and of how many milliseconds to answer. */
  public Optional<Range> socketTimeout() {
    return longestSocketTimeout == 0
        ? Optional.empty()
        : Optional.of(new Range(1000, longestSocketTimeout));
  }

  /** What the platform sends there: every payload is this or a subtype of it. */
  public TypeRef root() {
    return root;
  }

  /** Whether the platform wants an NCCO from it, always. */
  public boolean owesNcco() {
    return this == ANSWER || this == FALLBACK_ANSWER;
  }

  /** Whether it is one of the application's webhooks, rather than a URL that only NCCOs refer to. */
  public boolean provisioned() {
    return !namedByMethod();
  }

  /** Whether an app has one for each name of a method, rather than one. */
  public boolean namedByMethod() {
    return this == CALLBACK || this == WEBSOCKET;
  }

  /** Whether the flag {@code signedCallbacks} of its capability decides if its requests are signed. */
  public boolean signedByFlag() {
    return capability == CapabilityKind.VOICE || capability == CapabilityKind.RTC;
  }
}
