package dev.switchboard.provisioning;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a class says of an application, and where the application holds that otherwise. */
final class Said {
  private final ObjectNode owned = Tree.object();
  private final List<Rewrite> rewrites = new ArrayList<>();

  /** Says a value as the application holds it. */
  void set(List<String> path, JsonNode value) {
    Tree.set(owned, path, value);
  }

  /** Says a value; where the application holds it otherwise, or not at all, that is remembered. */
  void say(List<String> path, JsonNode value, JsonNode stored) {
    set(path, value);
    if (!Tree.same(value, stored)) {
      rewrites.add(new Rewrite(path, value, stored));
    }
  }

  ObjectNode owned() {
    return owned;
  }

  List<Rewrite> rewrites() {
    return rewrites;
  }
}
