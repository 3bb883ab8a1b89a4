package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.ApplicationKey;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a manifest owns and nobody may see all the same: the secrets of video callbacks and the key to a cloud storage. In
 * state and journal they are hashes, in plans nothing but a word.
 */
final class Secrets {
  private static final Pattern SEALED = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final StringNode HIDDEN = StringNode.valueOf("(secret)");

  private Secrets() {}

  static boolean isSecret(List<String> path) {
    return path.size() > 3
        && path.get(0).equals("capabilities")
        && path.get(1).equals("video")
        && List.of("secret", "credential").contains(path.get(path.size() - 1));
  }

  /** One value, as it is kept; what is sealed stays so. */
  static JsonNode sealed(List<String> path, JsonNode value) {
    return isSecret(path)
            && value.isString()
            && !SEALED.matcher(value.asString()).matches()
        ? StringNode.valueOf("sha256:" + ApplicationKey.sha256(value.asString()))
        : value;
  }

  /** A copy in which every secret is sealed. */
  static ObjectNode sealed(ObjectNode application) {
    ObjectNode copy = application.deepCopy();
    Tree.leaves(application).forEach((path, value) -> {
      if (isSecret(path)) {
        Tree.set(copy, path, sealed(path, value));
      }
    });
    return copy;
  }

  /** Whether a tree holds what is wanted, be either of them sealed. */
  static boolean holds(JsonNode tree, List<String> path, JsonNode wanted) {
    return isSecret(path)
        ? Tree.same(sealed(path, Tree.at(tree, path)), sealed(path, wanted))
        : Tree.holds(tree, path, wanted);
  }

  /** What may be shown of the value at a path. */
  static JsonNode shown(List<String> path, JsonNode value) {
    if (isSecret(path)) {
      return HIDDEN;
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = Tree.object();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        copy.set(member.getKey(), shown(Tree.child(path, member.getKey()), member.getValue()));
      }
      return copy;
    }
    return value;
  }

  /** What was kept, made whole again: secrets are those that are bound now, and what is bound no more is left out. */
  static ObjectNode unsealed(ObjectNode kept, ObjectNode bound) {
    ObjectNode whole = kept.deepCopy();
    Tree.leaves(kept).keySet().stream().filter(Secrets::isSecret).forEach(path -> {
      JsonNode value = Tree.at(bound, path);
      if (value.isMissingNode()) {
        Tree.remove(whole, path);
      } else {
        Tree.set(whole, path, value);
      }
    });
    return whole;
  }
}
