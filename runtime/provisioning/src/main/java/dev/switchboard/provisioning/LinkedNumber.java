package dev.switchboard.provisioning;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number that leads to the application, as the state remembers it.
 *
 * @param name the manifest's name for it, or the one it was linked by
 * @param msisdn its digits
 * @param country its country
 * @param previous the application that it led to before; empty when it led nowhere
 * @param byHand whether it was linked on its own, and not because the manifest names it: then no plan takes it away
 */
record LinkedNumber(String name, String msisdn, String country, String previous, boolean byHand) {
  LinkedNumber(String name, String msisdn, String country, String previous) {
    this(name, msisdn, country, previous, false);
  }

  static LinkedNumber read(JsonNode item) {
    return new LinkedNumber(
        item.path("name").asString(""),
        item.path("msisdn").asString(""),
        item.path("country").asString(""),
        item.path("previous").asString(""),
        item.path("byHand").asBoolean(false));
  }

  void write(ObjectNode item) {
    item.put("name", name);
    item.put("msisdn", msisdn);
    item.put("country", country);
    item.put("previous", previous);
    if (byHand) {
      item.put("byHand", true);
    }
  }
}
