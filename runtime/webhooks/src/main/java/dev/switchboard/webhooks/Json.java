package dev.switchboard.webhooks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * An immutable JSON value, kept exactly as it came. Typed reads are lenient (a number may be a string) and never throw
 * for a field that is merely absent. The parser below is a toy; the real one sits on jackson-core.
 */
@SuppressWarnings("all")
@org.jspecify.annotations.NullUnmarked
public final class Json {
  private static final Json MISSING = new Json(null);

  private final Object value;

  private Json(Object value) {
    this.value = value;
  }

  /** An object of the given names and values, in that order. */
  public static Json object(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], plain(namesAndValues[i + 1]));
    }
    return new Json(Collections.unmodifiableMap(members));
  }

  /** An array. */
  public static Json array(List<?> items) {
    return new Json(items.stream().map(Json::plain).toList());
  }

  /** Reads JSON text. */
  public static Json parse(String text) {
    return new Json(new Toy(text).document());
  }

  /** The member, or a missing value on which every read is empty. */
  public Json get(String name) {
    return value instanceof Map<?, ?> members && members.containsKey(name)
        ? new Json(members.get(name))
        : MISSING;
  }

  /** Whether there is a member of that name. */
  public boolean has(String name) {
    return value instanceof Map<?, ?> members && members.containsKey(name);
  }

  /** The items of an array. */
  public List<Json> items() {
    return value instanceof List<?> items ? items.stream().map(Json::new).toList() : List.of();
  }

  /** A member as text. */
  public Optional<String> text(String name) {
    Object member = get(name).value;
    return member instanceof Map || member instanceof List
        ? Optional.empty()
        : Optional.ofNullable(member).map(Object::toString);
  }

  /** A member that the platform always sends. Only who asks for it learns that it is absent. */
  public String required(String name) {
    return text(name)
        .orElseThrow(() -> new IllegalStateException("the webhook has no \"" + name + "\""));
  }

  /** A member as a decimal. */
  public Optional<BigDecimal> decimal(String name) {
    return text(name).map(BigDecimal::new);
  }

  /** A member as seconds. */
  public Optional<Duration> seconds(String name) {
    return decimal(name).map(s -> Duration.ofMillis(s.movePointRight(3).longValue()));
  }

  /** A member as a point in time. */
  public Optional<Instant> time(String name) {
    return text(name).map(Instant::parse);
  }

  /** A copy with one member set. */
  public Json with(String name, Object member) {
    Map<String, Object> copy = members();
    copy.put(name, plain(member));
    return new Json(Collections.unmodifiableMap(copy));
  }

  /** A copy without some members. */
  public Json without(String... names) {
    Map<String, Object> copy = members();
    copy.keySet().removeAll(List.of(names));
    return new Json(Collections.unmodifiableMap(copy));
  }

  /** The same as plain Java: Map, List, String, BigDecimal, Boolean or null. */
  public Object toJava() {
    return value;
  }

  /** The JSON text, for whichever JSON library you use. */
  public String write() {
    return write(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Json json && Objects.equals(value, json.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  /** Names only, so that a logged event shows no number and no message. */
  @Override
  public String toString() {
    return value instanceof Map<?, ?> members ? members.keySet().toString() : "…";
  }

  private Map<String, Object> members() {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> members) {
      members.forEach((name, member) -> copy.put((String) name, member));
    }
    return copy;
  }

  private static Object plain(Object value) {
    if (value instanceof Json json) {
      return json.value;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::plain).toList();
    }
    return value instanceof Integer number ? BigDecimal.valueOf(number) : value;
  }

  private static String write(Object value) {
    if (value instanceof Map<?, ?> members) {
      StringJoiner text = new StringJoiner(",", "{", "}");
      members.forEach((name, member) -> text.add(write(name) + ":" + write(member)));
      return text.toString();
    }
    if (value instanceof List<?> items) {
      StringJoiner text = new StringJoiner(",", "[", "]");
      items.forEach(item -> text.add(write(item)));
      return text.toString();
    }
    return value instanceof String text
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : String.valueOf(value);
  }

  /** Just enough of a parser for the sketch. */
  private static final class Toy {
    private final String text;
    private int at;

    Toy(String text) {
      this.text = text;
    }

    Object document() {
      char c = next();
      if (c == '{') {
        Map<String, Object> members = new LinkedHashMap<>();
        for (char sep = peek('}'); sep != '}'; sep = next()) {
          String name = (String) document();
          next();
          members.put(name, document());
        }
        return Collections.unmodifiableMap(members);
      }
      if (c == '[') {
        List<Object> items = new ArrayList<>();
        for (char sep = peek(']'); sep != ']'; sep = next()) {
          items.add(document());
        }
        return Collections.unmodifiableList(items);
      }
      if (c == '"') {
        int start = at;
        while (text.charAt(at) != '"') {
          at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return text.substring(start, at++).replace("\\\"", "\"");
      }
      int start = at - 1;
      while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(start, at);
      return switch (word) {
        case "null" -> null;
        case "true", "false" -> Boolean.valueOf(word);
        default -> new BigDecimal(word);
      };
    }

    private char next() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at++);
    }

    private char peek(char end) {
      char c = next();
      if (c != end) {
        at--;
      }
      return c;
    }
  }
}
