package dev.switchboard.provisioning;

import dev.switchboard.platformapi.ApiClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/** A state document as text: what of it this release reads, and what it says of any other. */
final class StateText {
  static final String VERSION = "1";

  private StateText() {}

  /**
   * The document's tree.
   *
   * @param where names it in errors
   * @throws ProvisioningException INVALID for another version, and for what is no state
   */
  static ObjectNode read(String text, String where) {
    try {
      JsonNode tree = ApiClient.mapper().readTree(text);
      String version = tree.path("schemaVersion").asString("");
      if (tree instanceof ObjectNode object
          && version.equals(VERSION)
          && object.path("lineage").isString()) {
        return object;
      }
      if (!version.isEmpty() && !version.equals(VERSION)) {
        throw new ProvisioningException(
            Failure.INVALID,
            "The state in " + where + " has version " + version + "; this release reads " + VERSION
                + ".",
            "Use the release that wrote it, or a newer one.");
      }
    } catch (JacksonException e) {
      // What follows says it; a parser would quote.
    }
    throw new ProvisioningException(
        Failure.INVALID,
        "The state in " + where + " is damaged.",
        "Put back the last good version; or delete it: it is rebuilt from the private key, except which numbers were linked"
            + " before.");
  }

  static String write(ObjectNode tree) {
    return ApiClient.mapper()
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(tree)
        + "\n";
  }
}
