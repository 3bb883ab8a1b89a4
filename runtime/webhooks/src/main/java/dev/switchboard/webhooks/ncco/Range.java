package dev.switchboard.webhooks.ncco;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Every number that the platform limits, in one place: the builders refuse what lies outside, and {@link NccoChecker}
 * reports it in NCCOs that came from elsewhere.
 */
enum Range {
  TALK_TEXT(Rule.TALK_TEXT, "talk.text", "1", "1500", "characters", true),
  LEVEL(Rule.LEVEL, "level", "-1", "1", "", false),
  LOOP(Rule.LOOP, "loop", "0", null, "", true),
  DTMF_TIME_OUT(Rule.DTMF_TIME_OUT, "dtmf.timeOut", "0", "10", "seconds", true),
  DTMF_MAX_DIGITS(Rule.DTMF_MAX_DIGITS, "dtmf.maxDigits", "1", "20", "", true),
  SPEECH_END_ON_SILENCE(
      Rule.SPEECH_END_ON_SILENCE, "speech.endOnSilence", "0.4", "10", "seconds", false),
  SPEECH_START_TIMEOUT(
      Rule.SPEECH_START_TIMEOUT, "speech.startTimeout", "1", "60", "seconds", true),
  SPEECH_MAX_DURATION(Rule.SPEECH_MAX_DURATION, "speech.maxDuration", "1", "60", "seconds", true),
  SPEECH_SENSITIVITY(Rule.SPEECH_SENSITIVITY, "speech.sensitivity", "10", "100", "", true),
  RECORD_END_ON_SILENCE(
      Rule.RECORD_END_ON_SILENCE, "record.endOnSilence", "3", "10", "seconds", true),
  RECORD_TIME_OUT(Rule.RECORD_TIME_OUT, "record.timeOut", "3", "7200", "seconds", true),
  RECORD_CHANNELS(Rule.RECORD_CHANNELS, "record.channels", "1", "32", "", true),
  CONNECT_TIMEOUT(Rule.CONNECT_TIMEOUT, "connect.timeout", "3", "7200", "seconds", true),
  CONNECT_LIMIT(Rule.CONNECT_LIMIT, "connect.limit", "1", "7200", "seconds", true),
  BEEP_TIMEOUT(
      Rule.BEEP_TIMEOUT, "advancedMachineDetection.beep_timeout", "45", "120", "seconds", true),
  WAIT_TIMEOUT(Rule.WAIT_TIMEOUT, "wait.timeout", "0.1", "7200", "seconds", false),
  PARTICIPANTS(Rule.PARTICIPANTS, "participants of a conversation", "0", "50", "", true),
  WEBSOCKET_HEADERS(Rule.WEBSOCKET_HEADERS, "websocket headers", "0", "512", "bytes of JSON", true),
  STYLE(Rule.STYLE, "talk.style", "0", null, "", true);

  private final Rule rule;
  private final String option;
  private final BigDecimal min;
  private final @Nullable BigDecimal max;
  private final String unit;
  private final boolean whole;
  private final double least;
  private final double most;

  Range(Rule rule, String option, String min, @Nullable String max, String unit, boolean whole) {
    this.rule = rule;
    this.option = option;
    this.min = new BigDecimal(min);
    this.max = max == null ? null : new BigDecimal(max);
    this.unit = unit;
    this.least = this.min.doubleValue();
    this.most = this.max == null ? Double.POSITIVE_INFINITY : this.max.doubleValue();
    this.whole = whole;
  }

  Rule rule() {
    return rule;
  }

  BigDecimal min() {
    return min;
  }

  /** Null where there is none. */
  @Nullable
  BigDecimal max() {
    return max;
  }

  boolean isWhole() {
    return whole;
  }

  boolean contains(BigDecimal number) {
    return number.compareTo(min) >= 0 && (max == null || number.compareTo(max) <= 0);
  }

  /** Such as {@code 3 to 7200 seconds}. */
  String words() {
    String numbers = max == null ? min + " or more" : min + " to " + max;
    return unit.isEmpty() ? numbers : numbers + ' ' + unit;
  }

  /** The number where it is in range. */
  int checked(int number) {
    // An int is exact as a double, and none of these bounds is so close to one that rounding it
    // matters.
    if (number < least || number > most) {
      throw refusal(String.valueOf(number));
    }
    return number;
  }

  /** The number where it is in range, in its shortest form. */
  BigDecimal checked(double number) {
    if (Double.isFinite(number)) {
      BigDecimal exact = shortest(BigDecimal.valueOf(number));
      if (contains(exact)) {
        return exact;
      }
    }
    throw refusal(String.valueOf(number));
  }

  /** Seconds, where they are in range and, if the platform takes whole ones only, whole. */
  BigDecimal checked(Duration time) {
    BigDecimal seconds =
        shortest(BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9)));
    if (!contains(seconds)) {
      throw refusal(seconds.toPlainString());
    }
    if (whole && seconds.scale() > 0) {
      throw new IllegalArgumentException(
          option + " is a whole number of seconds, not " + seconds.toPlainString() + ".");
    }
    return seconds;
  }

  private IllegalArgumentException refusal(String number) {
    return new IllegalArgumentException(option + " is " + words() + ", not " + number + ".");
  }

  private static BigDecimal shortest(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
