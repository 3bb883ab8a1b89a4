package dev.switchboard.provisioning;

import dev.switchboard.platformapi.ApiClient;
import dev.switchboard.provisioning.keys.ApplicationKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the engine does with JSON trees: leaves by path, equality by value, a hash that order does not change. */
final class Tree {
  private Tree() {}

  static ObjectNode object() {
    return ApiClient.mapper().createObjectNode();
  }

  /** Everything below {@code tree} that holds no further member: scalars, arrays and empty objects, by path. */
  static Map<List<String>, JsonNode> leaves(JsonNode tree) {
    Map<List<String>, JsonNode> leaves = new LinkedHashMap<>();
    collect(tree, List.of(), leaves);
    return leaves;
  }

  private static void collect(
      JsonNode node, List<String> path, Map<List<String>, JsonNode> leaves) {
    if ((node instanceof ObjectNode object) && (path.isEmpty() || !object.isEmpty())) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        collect(member.getValue(), child(path, member.getKey()), leaves);
      }
    } else {
      leaves.put(path, node);
    }
  }

  static List<String> child(List<String> path, String name) {
    List<String> child = new ArrayList<>(path);
    child.add(name);
    return List.copyOf(child);
  }

  /** The value at a path; a missing node where there is none. */
  static JsonNode at(JsonNode tree, List<String> path) {
    JsonNode at = tree;
    for (String name : path) {
      at = at.path(name);
    }
    return at;
  }

  /** Sets a value, making the objects above it. Whatever else stood in the way of them is replaced. */
  static void set(ObjectNode tree, List<String> path, JsonNode value) {
    ObjectNode at = tree;
    for (String name : path.subList(0, path.size() - 1)) {
      at = at.get(name) instanceof ObjectNode object ? object : at.putObject(name);
    }
    String last = path.get(path.size() - 1);
    // An empty object says that something is there; it does not empty what is.
    if (!(value instanceof ObjectNode object
        && object.isEmpty()
        && at.get(last) instanceof ObjectNode)) {
      at.set(last, value.deepCopy());
    }
  }

  static void remove(ObjectNode tree, List<String> path) {
    if (at(tree, path.subList(0, path.size() - 1)) instanceof ObjectNode parent) {
      parent.remove(path.get(path.size() - 1));
    }
  }

  static boolean startsWith(List<String> path, List<String> beginning) {
    return path.size() >= beginning.size() && path.subList(0, beginning.size()).equals(beginning);
  }

  /** Whether two values are the same: numbers by value, objects without regard to order. */
  static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isObject() && other.isObject()) {
      return one.size() == other.size()
          && one.properties().stream()
              .allMatch(m -> other.has(m.getKey()) && same(m.getValue(), other.get(m.getKey())));
    }
    if (one.isArray() && other.isArray()) {
      boolean same = one.size() == other.size();
      for (int i = 0; same && i < one.size(); i++) {
        same = same(one.get(i), other.get(i));
      }
      return same;
    }
    return one.equals(other);
  }

  /** Whether {@code tree} has at {@code path} what is wanted there: the value, or, for an empty object, any object. */
  static boolean holds(JsonNode tree, List<String> path, JsonNode wanted) {
    JsonNode there = at(tree, path);
    if (wanted.isObject() && wanted.isEmpty()) {
      return there.isObject();
    }
    return !there.isMissingNode() && same(there, wanted);
  }

  /** SHA-256 of a tree, whatever the order of its members and the notation of its numbers. */
  static String hash(JsonNode tree) {
    StringBuilder text = new StringBuilder();
    canonical(tree, text);
    return ApplicationKey.sha256(text.toString());
  }

  private static void canonical(JsonNode node, StringBuilder text) {
    if (node instanceof ObjectNode object) {
      text.append('{');
      Map<String, JsonNode> sorted = new TreeMap<>();
      object.properties().forEach(m -> sorted.put(m.getKey(), m.getValue()));
      sorted.forEach((name, value) -> {
        text.append(ApiClient.mapper().writeValueAsString(name)).append(':');
        canonical(value, text);
        text.append(',');
      });
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(item -> {
        canonical(item, text);
        text.append(',');
      });
      text.append(']');
    } else if (node.isNumber()) {
      text.append(node.decimalValue().stripTrailingZeros().toString());
    } else {
      text.append(node);
    }
  }
}
