package dev.switchboard.sandbox.account;

import java.time.Duration;
import java.util.List;

/**
 * What the platform allows and assumes for a webhook of an application (domain: Application API, section 4.1).
 *
 * @param methods legal methods
 * @param defaultMethod the method when none is said
 * @param longestRead upper end of {@code socket_timeout} in milliseconds, 0 where the kind has no time-outs to set
 * @param connectTimeout how long connecting may take when nothing is said
 * @param socketTimeout how long the answer may take when nothing is said
 */
record WebhookKind(
    List<String> methods,
    String defaultMethod,
    int longestRead,
    Duration connectTimeout,
    Duration socketTimeout) {
  static final int SHORTEST_CONNECT = 300;
  static final int LONGEST_CONNECT = 1000;
  static final int SHORTEST_READ = 1000;

  private static final WebhookKind ANSWER = voice("GET", 5000);
  private static final WebhookKind EVENT = voice("POST", 10_000);
  private static final WebhookKind RTC = plain(List.of("GET", "POST"));
  private static final WebhookKind POST_ONLY = plain(List.of("POST"));
  private static final WebhookKind MEETINGS = plain(List.of("GET", "POST", "PUT"));

  static WebhookKind of(String capability, String kind) {
    return switch (capability) {
      case "voice" -> kind.equals("event_url") ? EVENT : ANSWER;
      case "rtc" -> RTC;
      case "meetings" -> MEETINGS;
      default -> POST_ONLY;
    };
  }

  boolean hasTimeouts() {
    return longestRead > 0;
  }

  private static WebhookKind voice(String method, int longestRead) {
    return new WebhookKind(
        List.of("GET", "POST"),
        method,
        longestRead,
        Duration.ofSeconds(1),
        Duration.ofMillis(longestRead));
  }

  /** Time-outs are not documented for these; the general ones of REST webhooks are 3 and 15 seconds. */
  private static WebhookKind plain(List<String> methods) {
    return new WebhookKind(methods, "POST", 0, Duration.ofSeconds(3), Duration.ofSeconds(15));
  }
}
