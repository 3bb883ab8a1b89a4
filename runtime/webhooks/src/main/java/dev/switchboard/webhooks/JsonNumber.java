package dev.switchboard.webhooks;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number as it was written: {@code 1.50} stays {@code 1.50}. Converted only when somebody asks. */
final class JsonNumber {
  /** Digits, sign, point and exponent together. The platform's longest are 20. */
  static final int MAX_LENGTH = 200;

  /** Ten to the power of this. Past it a plain text of the number would fill the memory. */
  private static final int MAX_EXPONENT = 9_999;

  private final String text;

  JsonNumber(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  BigDecimal value() {
    return new BigDecimal(text);
  }

  /** The value of decimal text, or null where it is none or beyond the limits. */
  static @Nullable BigDecimal read(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH || !inRange(text)) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  /** Whether the exponent of a number's text, if it has one, is within the limit. */
  static boolean inRange(String number) {
    int e = number.lastIndexOf('e') >= 0 ? number.lastIndexOf('e') : number.lastIndexOf('E');
    if (e < 0) {
      return true;
    }
    int exponent = 0;
    for (int i = e + 1; i < number.length(); i++) {
      int digit = number.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        exponent = exponent * 10 + digit;
        if (exponent > MAX_EXPONENT) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonNumber number
        && (text.equals(number.text) || value().compareTo(number.value()) == 0);
  }

  @Override
  public int hashCode() {
    return value().stripTrailingZeros().hashCode();
  }
}
