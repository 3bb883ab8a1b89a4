package dev.switchboard.webhooks.corpus;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scalars of a document by JSON pointer, and copies of it in which one of them is another. */
final class Leaves {
  /** One of these makes any accessor say something else. */
  private static final List<Object> PROBES =
      List.of("probe", "7", 7, true, false, "2001-02-03T04:05:06Z", "urn:probe");

  private Leaves() {}

  static List<String> pointers(Json json) {
    List<String> pointers = new ArrayList<>();
    walk(json, "", pointers);
    return pointers;
  }

  private static void walk(Json json, String at, List<String> pointers) {
    if (json.isObject()) {
      json.members()
          .forEach((name, member) ->
              walk(member, at + "/" + name.replace("~", "~0").replace("/", "~1"), pointers));
    } else if (json.isArray()) {
      List<Json> items = json.items();
      for (int i = 0; i < items.size(); i++) {
        walk(items.get(i), at + "/" + i, pointers);
      }
    } else {
      pointers.add(at);
    }
  }

  /** The document without that scalar, and with others in its place. */
  static List<Json> variants(Json json, String pointer) {
    List<Json> variants = new ArrayList<>();
    String[] steps = pointer.substring(1).split("/", -1);
    for (Object probe : PROBES) {
      variants.add(Json.of(replaced(json.toJava(), steps, 0, probe)));
    }
    return variants;
  }

  private static @Nullable Object replaced(
      @Nullable Object value, String[] steps, int at, Object probe) {
    if (at == steps.length) {
      return probe;
    }
    String step = steps[at].replace("~1", "/").replace("~0", "~");
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
      copy.put(step, replaced(copy.get(step), steps, at + 1, probe));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list);
      int index = Integer.parseInt(step);
      copy.set(index, replaced(copy.get(index), steps, at + 1, probe));
      return copy;
    }
    throw new AssertionError("no such place");
  }
}
