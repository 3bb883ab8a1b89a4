package dev.switchboard.webhooks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Json} holds, without the wrapper: {@link String}, {@link JsonNumber}, {@link Boolean}, null,
 * {@code Object[]} for an array, {@link JsonMembers} for an object. Nothing of it is ever changed once it is held.
 */
final class JsonTree {
  /** Digits before the point of a number that a long may hold. */
  private static final int LONG_DIGITS = 19;

  /** Digits of a duration's whole seconds: 30 million years, and far from any overflow. */
  private static final int SECONDS_DIGITS = 15;

  private JsonTree() {}

  /** A string, number or boolean as text, null for anything else. */
  static @Nullable String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof JsonNumber number) {
      return number.text();
    }
    return value instanceof Boolean flag ? flag.toString() : null;
  }

  /** A number, or text that holds one; null for anything else. */
  static @Nullable BigDecimal number(@Nullable Object value) {
    if (value instanceof JsonNumber number) {
      return number.value();
    }
    return value instanceof String text ? JsonNumber.read(text) : null;
  }

  /** A number without a fraction that a long can hold; null for anything else. */
  static @Nullable Long whole(@Nullable Object value) {
    BigDecimal number = number(value);
    if (number == null || digits(number) > LONG_DIGITS) {
      return null;
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException fractionOrTooLarge) {
      return null;
    }
  }

  /** A number of seconds, cut to nanoseconds; null for anything else. */
  static @Nullable Duration seconds(@Nullable Object value) {
    BigDecimal number = number(value);
    if (number == null || digits(number) > SECONDS_DIGITS) {
      return null;
    }
    BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
    BigDecimal nanos = number.subtract(whole).movePointRight(9);
    return Duration.ofSeconds(whole.longValue(), nanos.intValue());
  }

  private static int digits(BigDecimal number) {
    return number.precision() - number.scale();
  }

  /** The tree of plain Java; see {@link Json#of}. */
  static @Nullable Object of(@Nullable Object plain) {
    if (plain instanceof Json json) {
      return json.present();
    }
    if (plain == null || plain instanceof String || plain instanceof Boolean) {
      return plain;
    }
    if (plain instanceof Map<?, ?> map) {
      return members(map);
    }
    if (plain instanceof Number number) {
      return number(number);
    }
    if (plain instanceof Iterable<?> iterable) {
      List<@Nullable Object> items = new ArrayList<>();
      for (Object item : iterable) {
        items.add(of(item));
      }
      return items.toArray();
    }
    if (plain instanceof Object[] array) {
      return of(Arrays.asList(array));
    }
    if (plain instanceof CharSequence text) {
      return text.toString();
    }
    throw new IllegalArgumentException(plain.getClass().getName() + " has no form in JSON");
  }

  private static JsonMembers members(Map<?, ?> map) {
    @Nullable Object[] flat = new @Nullable Object[2 * map.size()];
    int at = 0;
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (!(member.getKey() instanceof String name)) {
        throw new IllegalArgumentException("the name of a member is text");
      }
      flat[at++] = name;
      flat[at++] = of(member.getValue());
    }
    return flat.length == 0 ? JsonMembers.NONE : new JsonMembers(flat);
  }

  private static JsonNumber number(Number number) {
    boolean known = number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte
        || number instanceof BigInteger
        || number instanceof BigDecimal
        || (number instanceof Double real && Double.isFinite(real))
        || (number instanceof Float real && Float.isFinite(real));
    if (known) {
      String text = number.toString();
      if (text.length() <= JsonNumber.MAX_LENGTH && JsonNumber.inRange(text)) {
        return new JsonNumber(text);
      }
    }
    throw new IllegalArgumentException(
        "a " + number.getClass().getName() + " that JSON cannot hold");
  }

  /** The tree as plain Java; see {@link Json#toJava}. */
  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof JsonNumber number) {
      return number.value();
    }
    if (value instanceof JsonMembers members) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = 0; i < members.size(); i++) {
        map.put(members.name(i), plain(members.value(i)));
      }
      return Collections.unmodifiableMap(map);
    }
    if (value instanceof Object[] items) {
      @Nullable Object[] plain = new @Nullable Object[items.length];
      for (int i = 0; i < items.length; i++) {
        plain[i] = plain(items[i]);
      }
      return Collections.unmodifiableList(Arrays.asList(plain));
    }
    return value;
  }

  static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Object[] items) {
      if (!(other instanceof Object[] others) || items.length != others.length) {
        return false;
      }
      for (int i = 0; i < items.length; i++) {
        if (!same(items[i], others[i])) {
          return false;
        }
      }
      return true;
    }
    return one == null ? other == null : one.equals(other);
  }

  static int hash(@Nullable Object value) {
    if (value instanceof Object[] items) {
      int hash = 1;
      for (Object item : items) {
        hash = 31 * hash + hash(item);
      }
      return hash;
    }
    return value == null ? 0 : value.hashCode();
  }
}
