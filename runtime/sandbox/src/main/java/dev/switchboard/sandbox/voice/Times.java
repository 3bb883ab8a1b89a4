package dev.switchboard.sandbox.voice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times and prices as voice webhooks write them. */
final class Times {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final BigDecimal RATE = new BigDecimal("0.01200000");

  private Times() {}

  /** ISO 8601 with milliseconds. */
  static String stamp(Instant time) {
    return STAMP.format(time);
  }

  /** Whole seconds, begun ones counted. */
  static long seconds(Duration time) {
    return (time.toMillis() + 999) / 1000;
  }

  /** Euro a minute. */
  static String rate() {
    return RATE.toPlainString();
  }

  /** Euro. */
  static String price(Duration time) {
    return RATE.multiply(BigDecimal.valueOf(seconds(time)))
        .divide(BigDecimal.valueOf(60), 8, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** Seconds as a duration, fractions kept. */
  static Duration ofSeconds(BigDecimal seconds) {
    return Duration.ofMillis(seconds.movePointRight(3).longValue());
  }
}
