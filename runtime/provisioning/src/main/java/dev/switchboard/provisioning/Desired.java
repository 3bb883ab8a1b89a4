package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.platformapi.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns a manifest and its bindings into the body that the Application API should hold. */
final class Desired {
  /** The one default that is written: on the platform its absence means true. */
  static final List<String> IMPROVE_AI = List.of("privacy", "improve_ai");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private Desired() {}

  /**
   * The application's tree: values in place of placeholders, absolute addresses in place of paths, no key.
   *
   * @throws ProvisioningException when the bindings do not fit
   */
  static ObjectNode application(Manifest manifest, Bindings bindings) {
    bindings.check(manifest);
    ObjectNode tree = ApiClient.mapper().valueToTree(manifest.application().toTree());
    bind(tree, bindings.values());
    for (JsonNode capability : tree.path("capabilities")) {
      for (JsonNode webhook : capability.path("webhooks")) {
        address((ObjectNode) webhook, bindings);
      }
    }
    return tree;
  }

  private static void bind(ObjectNode tree, Map<String, String> values) {
    Tree.leaves(tree).forEach((path, leaf) -> {
      if (leaf.isString() && leaf.asString().contains("${")) {
        Tree.set(tree, path, StringNode.valueOf(bind(leaf.asString(), values)));
      }
    });
  }

  private static String bind(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  /** {@code address} first, as the platform's own answers have it. */
  private static void address(ObjectNode webhook, Bindings bindings) {
    ObjectNode options = webhook.deepCopy();
    String path = options.path("path").asString("");
    options.remove("path");
    webhook.removeAll();
    webhook.put("address", bindings.address(path));
    webhook.setAll(options);
  }

  /**
   * What of the desired tree an existing application is held to. A written {@code improve_ai: false} cannot be told from
   * the default, so it is set when the application is made, and later only to take back a true of our own.
   */
  static ObjectNode owned(ObjectNode desired, ObjectNode lastApplied) {
    ObjectNode owned = desired.deepCopy();
    boolean wasTrue = Tree.at(lastApplied, IMPROVE_AI).asBoolean(false);
    if (!Tree.at(owned, IMPROVE_AI).asBoolean(true) && !wasTrue) {
      Tree.remove(owned, IMPROVE_AI);
      if (owned.path("privacy").isEmpty()) {
        owned.remove("privacy");
      }
    }
    return owned;
  }
}
