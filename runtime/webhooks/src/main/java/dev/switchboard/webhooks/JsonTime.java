package dev.switchboard.webhooks;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as the platform writes them: {@code 2026-01-31T12:00:00.000Z} and the same without a fraction or with
 * an offset; {@code 2026-01-31 12:00:00 UTC} of older messages; the same without a zone, which is UTC; and seconds or
 * milliseconds since 1970. By hand, because a formatter is the dearest step of reading an event.
 */
final class JsonTime {
  private static final int SECONDS_DIGITS = 10;
  private static final int MILLIS_DIGITS = 13;

  private final String text;
  private int at;

  private JsonTime(String text) {
    this.text = text;
  }

  /** The point in time, or null where the text is none of these. */
  static @Nullable Instant read(String text) {
    return text.length() > 4 && text.charAt(4) == '-'
        ? new JsonTime(text).calendar()
        : sinceEpoch(text);
  }

  private static @Nullable Instant sinceEpoch(String text) {
    BigDecimal number = JsonNumber.read(text);
    if (number == null || number.signum() <= 0) {
      return null;
    }
    int digits = number.precision() - number.scale();
    return switch (digits) {
      case SECONDS_DIGITS -> Instant.ofEpochMilli(number.movePointRight(3).longValue());
      case MILLIS_DIGITS -> Instant.ofEpochMilli(number.longValue());
      default -> null;
    };
  }

  private @Nullable Instant calendar() {
    try {
      int year = digits(4);
      expect('-');
      int month = digits(2);
      expect('-');
      int day = digits(2);
      char between = next();
      if (between != 'T' && between != ' ') {
        return null;
      }
      int hour = digits(2);
      expect(':');
      int minute = digits(2);
      int second = at < text.length() && text.charAt(at) == ':' ? digitsAfter(2) : 0;
      int nano = at < text.length() && text.charAt(at) == '.' ? fraction() : 0;
      ZoneOffset zone = zone();
      return LocalDateTime.of(year, month, day, hour, minute, second, nano).toInstant(zone);
    } catch (DateTimeException | IndexOutOfBoundsException notATime) {
      return null;
    }
  }

  private ZoneOffset zone() {
    String rest = text.substring(at).trim();
    return switch (rest) {
      case "", "Z", "UTC", "GMT" -> ZoneOffset.UTC;
      default -> ZoneOffset.of(rest);
    };
  }

  private int fraction() {
    at++;
    int nano = 0;
    int place = 100_000_000;
    while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
      nano += Character.digit(text.charAt(at++), 10) * place;
      place /= 10;
    }
    return nano;
  }

  private int digitsAfter(int count) {
    at++;
    return digits(count);
  }

  private int digits(int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      int digit = next() - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("not a digit");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw new DateTimeException("not a time");
    }
  }

  private char next() {
    return text.charAt(at++);
  }
}
