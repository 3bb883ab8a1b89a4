package dev.switchboard.provisioning;

import dev.switchboard.platformapi.ApiClient;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of a state that remembers which numbers lead to the application, and where they led before. */
final class StateNumbers {
  private StateNumbers() {}

  static List<LinkedNumber> links(ObjectNode state) {
    List<LinkedNumber> links = new ArrayList<>();
    state.path("numbers").forEach(item -> links.add(LinkedNumber.read(item)));
    return links;
  }

  static void link(ObjectNode state, LinkedNumber link) {
    unlink(state, link.msisdn());
    link.write(state.withArray("numbers").addObject());
  }

  static void unlink(ObjectNode state, String msisdn) {
    ArrayNode kept = ApiClient.mapper().createArrayNode();
    state.path("numbers").forEach(item -> {
      if (!item.path("msisdn").asString("").equals(msisdn)) {
        kept.add(item);
      }
    });
    state.set("numbers", kept);
    if (state.path("previous") instanceof ObjectNode previous) {
      previous.remove(msisdn);
      if (previous.isEmpty()) {
        state.remove("previous");
      }
    }
  }

  static String previous(ObjectNode state, String msisdn) {
    return state.path("previous").path(msisdn).asString("");
  }

  static void remember(ObjectNode state, LinkedNumber link) {
    if (!link.previous().isEmpty()) {
      state.withObject("/previous").put(link.msisdn(), link.previous());
    }
  }
}
