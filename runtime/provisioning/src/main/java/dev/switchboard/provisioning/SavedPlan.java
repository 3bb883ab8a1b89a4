package dev.switchboard.provisioning;

import dev.switchboard.platformapi.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a plan that was saved, and refuses it where the world has moved. */
final class SavedPlan {
  private SavedPlan() {}

  static ObjectNode read(String json) {
    try {
      if (ApiClient.mapper().readTree(json) instanceof ObjectNode plan
          && plan.path("schemaVersion").asString("").equals("1")) {
        return plan;
      }
    } catch (JacksonException e) {
      // Said below, without the text.
    }
    throw new ProvisioningException(
        Failure.INVALID, "That is no plan of this release.", "Save a new one with plan --out.");
  }

  static Options options(ObjectNode saved) {
    return new Options(
        saved.path("takeNumbers").asBoolean(false),
        saved.path("allowRemovals").asBoolean(false),
        saved.path("verify").asBoolean(false));
  }

  /** Names what moved, not how: the values are for the new plan to show. */
  static void check(ObjectNode saved, ObjectNode now) {
    List<String> moved = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : now.properties()) {
      if (!Tree.same(saved.path(member.getKey()), member.getValue())) {
        moved.add(member.getKey());
      }
    }
    if (!now.has("changes") && !saved.path("changes").isEmpty()) {
      moved.add("changes");
    }
    if (!moved.isEmpty()) {
      throw new ProvisioningException(
          Failure.STALE,
          "The saved plan is out of date (" + String.join(", ", moved) + ").",
          "Make a new plan and look at it.");
    }
  }
}
