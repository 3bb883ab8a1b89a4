package dev.switchboard.webhooks.corpus;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the typed accessors of a payload say, found by reflection so that none is forgotten. */
public final class Accessors {
  private static final Set<String> NOT_TYPED = Set.of(
      "json",
      "actions",
      "unknownFields",
      "toString",
      "hashCode",
      "getClass",
      "notify",
      "notifyAll",
      "wait");

  private Accessors() {}

  /** Every accessor that can be reached, by its path such as {@code usage.price}, with what it says as text. */
  public static Map<String, String> of(Object payload) {
    Map<String, String> said = new TreeMap<>();
    collect(payload, "", said);
    return said;
  }

  private static void collect(Object owner, String path, Map<String, String> said) {
    for (Method method : accessors(owner)) {
      String name = path + method.getName();
      Object value;
      try {
        value = method.invoke(owner);
      } catch (InvocationTargetException e) {
        // A required field that is not there says nothing. Anything else would be a fault of ours.
        if (!(e.getCause() instanceof JsonException)) {
          throw new AssertionError(name, e.getCause());
        }
        continue;
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
      value(value, name, said);
    }
  }

  private static void value(Object value, String name, Map<String, String> said) {
    if (value instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        value(optional.get(), name, said);
      }
    } else if (value instanceof Json json) {
      if (!json.isMissing()) {
        said.put(name, json.write());
      }
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        value(list.get(i), name + "[" + i + "]", said);
      }
    } else if (value instanceof Map<?, ?> map && map.isEmpty()) {
      return;
    } else if (value.getClass().getPackageName().startsWith("dev.switchboard")) {
      said.put(name + ":", value.getClass().getSimpleName());
      collect(value, name + ".", said);
    } else {
      said.put(name, value.toString());
    }
  }

  private static List<Method> accessors(Object owner) {
    List<Method> methods = new ArrayList<>();
    for (Method method : owner.getClass().getMethods()) {
      boolean typed = method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          // a copy with an option set, such as an input that is made asynchronous
          && method.getReturnType() != owner.getClass()
          && !NOT_TYPED.contains(method.getName());
      if (typed) {
        method.setAccessible(true);
        methods.add(method);
      }
    }
    methods.sort(Comparator.comparing(Method::getName));
    return methods;
  }

  /** The first accessor that changes its mind between two payloads; empty where none does. */
  static Optional<String> difference(Map<String, String> one, Map<String, String> other) {
    Set<String> names = new java.util.TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    return names.stream()
        .filter(name ->
            !Optional.ofNullable(one.get(name)).equals(Optional.ofNullable(other.get(name))))
        // the innermost accessor says most: content.text before content:
        .min(Comparator.<String, Boolean>comparing(name -> name.endsWith(":"))
            .thenComparing(name -> -Arrays.stream(name.split("\\.", -1)).count())
            .thenComparing(Comparator.naturalOrder()))
        .map(name -> name.replaceAll("\\[\\d+]", "[]").replace(":", ""));
  }
}
