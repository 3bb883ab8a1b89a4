package dev.switchboard.provisioning;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that the platform stored otherwise than sent. Remembered, so that a plan does not report it for ever.
 *
 * @param path of the value
 * @param sent what the manifest asks for
 * @param stored what the platform made of it; a missing node when it left it out
 */
record Rewrite(List<String> path, JsonNode sent, JsonNode stored) {
  /** Keeps secrets sealed. */
  Rewrite {
    sent = Secrets.sealed(path, sent);
    stored = Secrets.sealed(path, stored);
  }

  static Rewrite read(JsonNode item) {
    return new Rewrite(
        Arrays.asList(item.path("path").asString("").split("\\.")),
        item.path("sent"),
        item.path("stored"));
  }

  void write(ObjectNode item) {
    item.put("path", String.join(".", path));
    item.set("sent", sent);
    if (!stored.isMissingNode()) {
      item.set("stored", stored);
    }
  }

  /** Whether this explains why {@code remote} differs from {@code wanted}. */
  boolean explains(List<String> at, JsonNode wanted, JsonNode remote) {
    return path.equals(at)
        && Tree.same(sent, Secrets.sealed(at, wanted))
        && Tree.same(stored, Secrets.sealed(at, remote));
  }
}
