package dev.switchboard.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Immutable, ordered copies of trees that consist of plain values only. */
final class Plain {
  private Plain() {}

  /**
   * A deep copy that keeps order.
   *
   * @throws IllegalArgumentException for a value that JSON has no form for
   */
  static Map<String, Object> copy(Map<String, ?> members) {
    Map<String, Object> copy = new LinkedHashMap<>();
    members.forEach((name, value) -> copy.put(name, value(name, value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object value(String name, Object value) {
    if (value instanceof Map<?, ?> members) {
      Map<String, Object> copy = new LinkedHashMap<>();
      members.forEach((key, member) -> copy.put(String.valueOf(key), value(name, member)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof List<?> items) {
      List<Object> copy = new ArrayList<>(items.size());
      items.forEach(item -> copy.add(value(name, item)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof String || value instanceof Boolean || value instanceof Number) {
      return value;
    }
    throw new IllegalArgumentException(
        name + " holds a " + value.getClass().getName() + ", which a manifest has no form for");
  }
}
