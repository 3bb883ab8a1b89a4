package dev.switchboard.webhooks;

import java.time.Duration;

/**
 * What the platform does with each kind of URL: how it calls it, how long it waits, whether it signs and whether it tries
 * again. The one table behind {@link Route} and the engine.
 *
 * <p>Read time-outs are the platform's defaults for voice; for messages the value the platform was seen to use, since no
 * setting exists there; for the rest, where nothing is documented, the shortest of the documented ones.
 */
enum RouteKind {
  ANSWER("answer_url", "GET", 5_000, Signing.VOICE, true),
  FALLBACK_ANSWER("fallback_answer_url", "GET", 5_000, Signing.VOICE, true),
  EVENT("event_url", "POST", 10_000, Signing.VOICE, false),
  CALLBACK("callback", "POST", 10_000, Signing.VOICE, false),
  NCCO_CALLBACK("ncco_callback", "POST", 10_000, Signing.VOICE, true),
  WEBSOCKET("websocket", "GET", 5_000, Signing.VOICE, false),
  RTC_EVENT("rtc.event_url", "POST", 5_000, Signing.VOICE, false),
  INBOUND("inbound_url", "POST", 15_000, Signing.MESSAGES, true),
  STATUS("status_url", "POST", 15_000, Signing.MESSAGES, true),
  VERIFY_STATUS("verify.status_url", "POST", 5_000, Signing.NONE, true),
  VIDEO("video", "POST", 5_000, Signing.NONE, false);

  /** Whether requests carry a token, and how old that token may be. */
  enum Signing {
    /** Five minutes: voice and rtc webhooks are tried at most twice within seconds. */
    VOICE(Duration.ofMinutes(5)),
    /** Messages are retried for 24 hours, and nobody knows whether a retry carries a new token. */
    MESSAGES(Duration.ofHours(25)),
    /** Never signed by the platform. */
    NONE(Duration.ZERO);

    private final Duration freshness;

    Signing(Duration freshness) {
      this.freshness = freshness;
    }

    Duration freshness() {
      return freshness;
    }
  }

  private final String wireName;
  private final String defaultMethod;
  private final int readTimeoutMillis;
  private final Signing signing;
  private final boolean retriedOn503;

  RouteKind(
      String wireName,
      String defaultMethod,
      int readTimeoutMillis,
      Signing signing,
      boolean retriedOn503) {
    this.wireName = wireName;
    this.defaultMethod = defaultMethod;
    this.readTimeoutMillis = readTimeoutMillis;
    this.signing = signing;
    this.retriedOn503 = retriedOn503;
  }

  String wireName() {
    return wireName;
  }

  String defaultMethod() {
    return defaultMethod;
  }

  int readTimeoutMillis() {
    return readTimeoutMillis;
  }

  Signing signing() {
    return signing;
  }

  /** Whether a 503 makes the platform ask once more; where it does not, a late handler is acknowledged instead. */
  boolean retriedOn503() {
    return retriedOn503;
  }
}
