package dev.switchboard.webhooks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Json} holds, without the wrapper: {@link String}, {@link JsonNumber}, {@link Boolean}, null,
 * {@code Object[]} for an array, {@link JsonMembers} for an object. Nothing of it is ever changed once it is held.
 */
final class JsonTree {
  /** From so many members on, each name is looked for in a set. */
  private static final int REMEMBER_FROM = 32;

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
    String text = text(value);
    long plain = text == null ? -1 : plain(text);
    if (plain >= 0) {
      return plain;
    }
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

  /** The number where these are digits alone and few enough for a long, so that there is no need of a decimal; else -1. */
  private static long plain(String text) {
    if (text.isEmpty() || text.length() >= LONG_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
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
    if (plain instanceof Collection<?> collection) {
      return items(
          collection.toArray(new Object[0])); // of its own, and an Object[] whatever it holds
    }
    if (plain instanceof Iterable<?> iterable) {
      List<@Nullable Object> items = new ArrayList<>();
      iterable.forEach(items::add);
      return items(items.toArray());
    }
    if (plain instanceof Object[] array) {
      return items(Arrays.copyOf(array, array.length, Object[].class));
    }
    if (plain instanceof CharSequence text) {
      return text.toString();
    }
    throw new IllegalArgumentException(plain.getClass().getName() + " has no form in JSON");
  }

  private static @Nullable Object[] items(@Nullable Object[] plain) {
    for (int i = 0; i < plain.length; i++) {
      plain[i] = of(plain[i]);
    }
    return plain;
  }

  /** Names and values in turn; see {@link Json#object}. */
  static JsonMembers members(@Nullable Object[] namesAndValues) {
    if (namesAndValues.length == 0) {
      return JsonMembers.NONE;
    }
    @Nullable Object[] flat = new @Nullable Object[namesAndValues.length];
    // Where the bits of a few names differ, so do the names; of many each is remembered.
    Set<String> names = flat.length < 2 * REMEMBER_FROM ? null : new HashSet<>();
    long bits = 0;
    for (int i = 0; i < flat.length; i += 2) {
      if (!(namesAndValues[i] instanceof String name)) {
        throw new IllegalArgumentException("argument " + i + " should be a name");
      }
      long bit = JsonMembers.bit(name);
      boolean again =
          names != null ? !names.add(name) : (bits & bit) != 0 && isAmong(flat, i, name);
      if (again) {
        throw new IllegalArgumentException("two members are named \"" + name + "\"");
      }
      bits |= bit;
      flat[i] = name;
      flat[i + 1] = of(namesAndValues[i + 1]);
    }
    return new JsonMembers(flat, bits);
  }

  private static boolean isAmong(@Nullable Object[] flat, int end, String name) {
    for (int i = 0; i < end; i += 2) {
      if (name.equals(flat[i])) {
        return true;
      }
    }
    return false;
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
