package dev.switchboard.webhooks;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON value, kept exactly as it came: the order of members and the text of numbers are part of it, so
 * that what is read and written again is the same document.
 *
 * <p><b>Reading is lenient.</b> The platform writes numbers and booleans as strings and strings as numbers, null for
 * nothing, dates in four formats; a typed read takes any of these. What is absent, null or of another shape reads as
 * empty and never throws, at any depth: {@code json.get("speech").get("results")} is safe on everything. Only {@link
 * #required} throws.
 *
 * <p><b>Parsing is strict and bounded</b>: one document of at most 4 MiB, 64 levels deep, strings of at most 1 Mi
 * characters, names of 1,000, numbers of 200 characters and an exponent of four digits, no name twice in one object.
 * Anything else is a {@link JsonException}.
 *
 * <p>Two values are equal when they are the same tree: members in any order, numbers by value ({@code 1.0} equals {@code
 * 1}).
 */
public final class Json {
  private static final Object ABSENT = new Object();
  private static final Json MISSING = new Json(ABSENT);

  /** String, JsonNumber, Boolean, null, Object[], JsonMembers; or ABSENT. */
  private final @Nullable Object value;

  private Json(@Nullable Object value) {
    this.value = value;
  }

  /**
   * Reads JSON text.
   *
   * @throws JsonException where it is not JSON, or beyond a limit
   */
  public static Json parse(String text) {
    return new Json(JsonReader.read(text));
  }

  /**
   * Reads JSON text in UTF-8.
   *
   * @throws JsonException where it is not JSON, or beyond a limit
   */
  public static Json parse(byte[] utf8) {
    return new Json(JsonReader.read(utf8));
  }

  /**
   * Plain Java as JSON.
   *
   * @param plain null, a {@link Json}, text, a boolean, a finite number, a map with text as keys, an iterable or an
   *     array of these
   * @throws IllegalArgumentException for anything else
   */
  public static Json of(@Nullable Object plain) {
    return plain instanceof Json json ? json : new Json(JsonTree.of(plain));
  }

  /**
   * An object.
   *
   * @param namesAndValues names and values in turn; a value is what {@link #of} takes
   * @throws IllegalArgumentException where a name is missing, no text or given twice, or a value is not JSON
   */
  public static Json object(@Nullable Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a name without a value");
    }
    return new Json(JsonTree.members(namesAndValues));
  }

  /**
   * An array.
   *
   * @param items each what {@link #of} takes
   */
  public static Json array(Iterable<?> items) {
    return of(items);
  }

  /** The member of that name; a value on which every read is empty where there is none. */
  public Json get(String name) {
    Object member = raw(name);
    return member == ABSENT ? MISSING : new Json(member);
  }

  /** The item at that index, from 0; a value on which every read is empty where there is none. */
  public Json get(int index) {
    return value instanceof Object[] items && index >= 0 && index < items.length
        ? new Json(items[index])
        : MISSING;
  }

  /** Whether there is a member of that name, be it null. */
  public boolean has(String name) {
    return value instanceof JsonMembers members && members.indexOf(name) >= 0;
  }

  /**
   * A member that is an object or array, or text that holds one: in a GET webhook every nested value is JSON text in a
   * parameter.
   *
   * @return the member itself where it is text that holds neither
   */
  public Json nested(String name) {
    return get(name).nested();
  }

  /** This, or the object or array in it where it is text that holds one. */
  public Json nested() {
    if (value instanceof String text && (text.startsWith("{") || text.startsWith("["))) {
      try {
        return parse(text);
      } catch (JsonException onlyText) {
        return this;
      }
    }
    return this;
  }

  /** Names of the members of an object, in order; none for anything else. */
  public List<String> names() {
    if (!(value instanceof JsonMembers members)) {
      return List.of();
    }
    String[] names = new String[members.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = members.name(i);
    }
    return List.of(names);
  }

  /** The members of an object, in order; none for anything else. */
  public Map<String, Json> members() {
    Map<String, Json> all = new LinkedHashMap<>();
    if (value instanceof JsonMembers members) {
      for (int i = 0; i < members.size(); i++) {
        all.put(members.name(i), new Json(members.value(i)));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** The items of an array; none for anything else. */
  public List<Json> items() {
    if (!(value instanceof Object[] items)) {
      return List.of();
    }
    Json[] all = new Json[items.length];
    for (int i = 0; i < items.length; i++) {
      all[i] = new Json(items[i]);
    }
    return List.of(all);
  }

  /** Whether this is an object. */
  public boolean isObject() {
    return value instanceof JsonMembers;
  }

  /** Whether this is an array. */
  public boolean isArray() {
    return value instanceof Object[];
  }

  /** Whether this is a string. */
  public boolean isText() {
    return value instanceof String;
  }

  /** Whether this is a number; text that holds one is none. */
  public boolean isNumber() {
    return value instanceof JsonNumber;
  }

  /** Whether this is true or false; text that holds one is none. */
  public boolean isFlag() {
    return value instanceof Boolean;
  }

  /** Whether this is null: a member that is there and says nothing. */
  public boolean isNull() {
    return value == null;
  }

  /** Whether this is the answer to a member or item that is not there. */
  public boolean isMissing() {
    return value == ABSENT;
  }

  /** This as text: a string, or a number or boolean as it was written. */
  public Optional<String> text() {
    return Optional.ofNullable(JsonTree.text(value));
  }

  /** A member as text: a string, or a number or boolean as it was written. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(JsonTree.text(raw(name)));
  }

  /**
   * A member that the platform always sends, as text. Only who asks for it learns that it is absent.
   *
   * @throws JsonException where it is absent, null, an object or an array
   */
  public String required(String name) {
    String text = JsonTree.text(raw(name));
    if (text == null) {
      throw new JsonException("no text in what the platform always sends", "/" + name, -1);
    }
    return text;
  }

  /** This as a decimal: a number, or text that holds one. */
  public Optional<BigDecimal> decimal() {
    return Optional.ofNullable(JsonTree.number(value));
  }

  /** A member as a decimal: a number, or text that holds one. */
  public Optional<BigDecimal> decimal(String name) {
    return Optional.ofNullable(JsonTree.number(raw(name)));
  }

  /** This as a whole number that fits 64 bits: a number, or text that holds one. */
  public Optional<Long> integer() {
    return Optional.ofNullable(JsonTree.whole(value));
  }

  /** A member as a whole number that fits 64 bits: a number, or text that holds one. */
  public Optional<Long> integer(String name) {
    return Optional.ofNullable(JsonTree.whole(raw(name)));
  }

  /** A member as a duration: a number of seconds, with or without a fraction, or text that holds one. */
  public Optional<Duration> seconds(String name) {
    return Optional.ofNullable(JsonTree.seconds(raw(name)));
  }

  /** A member as a duration: a number of milliseconds, or text that holds one. */
  public Optional<Duration> millis(String name) {
    Long millis = JsonTree.whole(raw(name));
    return millis == null ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
  }

  /**
   * A member as a point in time: ISO 8601 with or without a fraction, {@code 2026-01-31 12:00:00 UTC}, or seconds or
   * milliseconds since 1970. Where no zone is written it is UTC.
   */
  public Optional<Instant> time(String name) {
    String text = JsonTree.text(raw(name));
    return text == null ? Optional.empty() : Optional.ofNullable(JsonTime.read(text));
  }

  /** A member as an address; empty where it is none, such as one with a placeholder in braces. */
  public Optional<URI> uri(String name) {
    String text = JsonTree.text(raw(name));
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /** A member as a yes or no: true, false, 1, 0, or text that holds one of them in whatever case. */
  public Optional<Boolean> flag(String name) {
    String text = JsonTree.text(raw(name));
    if (text == null) {
      return Optional.empty();
    }
    if (text.equalsIgnoreCase("true") || text.equals("1")) {
      return Optional.of(true);
    }
    return text.equalsIgnoreCase("false") || text.equals("0")
        ? Optional.of(false)
        : Optional.empty();
  }

  /**
   * A copy of this object with one member set: in its place where the name exists, else at the end.
   *
   * @param member what {@link #of} takes
   * @throws IllegalStateException where this is no object
   */
  public Json with(String name, @Nullable Object member) {
    return new Json(object("set a member of").with(name, JsonTree.of(member)));
  }

  /**
   * A copy of this object without some members; names that it has not are ignored.
   *
   * @throws IllegalStateException where this is no object
   */
  public Json without(String... names) {
    JsonMembers members = object("remove a member of");
    for (String name : names) {
      members = members.without(name);
    }
    return new Json(members);
  }

  /** The same as plain Java, unmodifiable: Map, List, String, BigDecimal, Boolean or null. */
  public @Nullable Object toJava() {
    return JsonTree.plain(value);
  }

  /**
   * The JSON text, without white space.
   *
   * @throws IllegalStateException where this is a missing value
   */
  public String write() {
    return JsonWriter.text(present());
  }

  /**
   * The JSON text in UTF-8, without white space.
   *
   * @throws IllegalStateException where this is a missing value
   */
  public byte[] writeBytes() {
    return JsonWriter.bytes(present());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Json json && JsonTree.same(value, json.value));
  }

  @Override
  public int hashCode() {
    return JsonTree.hash(value);
  }

  /** Names only, so that a logged webhook shows no number and no message. */
  @Override
  public String toString() {
    if (value instanceof JsonMembers) {
      return names().toString();
    }
    if (value instanceof Object[] items) {
      return "array of " + items.length;
    }
    if (value == null) {
      return "null";
    }
    return value == ABSENT ? "missing" : "…";
  }

  private @Nullable Object raw(String name) {
    if (value instanceof JsonMembers members) {
      int index = members.indexOf(name);
      return index < 0 ? ABSENT : members.value(index);
    }
    return ABSENT;
  }

  private JsonMembers object(String purpose) {
    if (value instanceof JsonMembers members) {
      return members;
    }
    throw new IllegalStateException("cannot " + purpose + " what is no object");
  }

  /** What this holds. */
  @Nullable
  Object present() {
    if (value == ABSENT) {
      throw new IllegalStateException("a missing value has no text");
    }
    return value;
  }
}
