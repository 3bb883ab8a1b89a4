package dev.switchboard.provisioning;

import dev.switchboard.platformapi.ApiClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of a state that remembers what was applied before: the last fifty serials. */
final class StateHistory {
  private static final int LONGEST = 50;

  private StateHistory() {}

  /** Writes down what the state says now, under a new serial. */
  static void record(ObjectNode state, long serial, Instant now) {
    state.put("serial", serial);
    ArrayNode history = state.withArray("history");
    ObjectNode entry = history.addObject();
    entry.put("serial", serial);
    entry.put("at", now.toString());
    entry.set("owned", copyOf(state.path("owned"), Tree.object()));
    entry.set("numbers", copyOf(state.path("numbers"), ApiClient.mapper().createArrayNode()));
    while (history.size() > LONGEST) {
      history.remove(0);
    }
  }

  private static JsonNode copyOf(JsonNode node, JsonNode otherwise) {
    return node.isMissingNode() ? otherwise : node.deepCopy();
  }

  static Optional<ObjectNode> ownedAt(ObjectNode state, long serial) {
    for (JsonNode entry : state.path("history")) {
      if (entry.path("serial").asLong(0) == serial
          && entry.path("owned") instanceof ObjectNode owned) {
        return Optional.of(owned.deepCopy());
      }
    }
    return Optional.empty();
  }

  static List<Long> serials(ObjectNode state) {
    List<Long> serials = new ArrayList<>();
    state.path("history").forEach(entry -> serials.add(entry.path("serial").asLong(0)));
    return serials;
  }
}
