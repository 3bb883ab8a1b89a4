package dev.switchboard.provisioning;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The three-way merge. Set is what is desired; removed is what was last applied and is desired no more; everything else
 * of the remote tree stays as it is. A capability or a webhook that is dropped goes as a whole: half of one means nothing
 * to the platform.
 *
 * @param tree what to send
 * @param changes how it differs from the remote tree, in the order of the desired tree, removals last
 */
record Merge(ObjectNode tree, List<Change> changes) {
  /** Readings of a value that the platform once knew by another name; it refuses the old one. */
  private static final Map<String, String> FORMER_NAMES =
      Map.of("connect_timeout", "connection_timeout");

  static Merge of(
      ObjectNode lastApplied,
      ObjectNode desired,
      ObjectNode remote,
      List<Rewrite> rewrites,
      Function<List<String>, List<String>> handlers) {
    ObjectNode tree = remote.deepCopy();
    List<Change> changes = new ArrayList<>();
    Tree.leaves(desired).forEach((path, wanted) -> {
      JsonNode there = Tree.at(remote, path);
      boolean rewritten = rewrites.stream().anyMatch(r -> r.explains(path, wanted, there));
      if (!rewritten && !Secrets.holds(remote, path, wanted)) {
        changes.add(changed(path, there, wanted, handlers.apply(path)));
        Tree.set(tree, path, wanted);
        dropFormerName(tree, path);
      }
    });
    removals(lastApplied, desired).forEach(path -> {
      if (!Tree.at(remote, path).isMissingNode()) {
        changes.add(removed(path, lastApplied, remote));
        Tree.remove(tree, path);
      }
    });
    return new Merge(tree, List.copyOf(changes));
  }

  private static void dropFormerName(ObjectNode tree, List<String> path) {
    String former = FORMER_NAMES.get(path.get(path.size() - 1));
    if (former != null) {
      Tree.remove(tree, Tree.child(path.subList(0, path.size() - 1), former));
    }
  }

  /** The roots of what is to go: whole capabilities, whole webhooks, else single values. */
  private static List<List<String>> removals(ObjectNode lastApplied, ObjectNode desired) {
    List<List<String>> roots = new ArrayList<>();
    for (List<String> path : Tree.leaves(lastApplied).keySet()) {
      List<String> root = root(path, desired);
      if (Tree.at(desired, root).isMissingNode() && !roots.contains(root)) {
        roots.add(root);
      }
    }
    return roots;
  }

  private static List<String> root(List<String> path, ObjectNode desired) {
    boolean capability = path.size() >= 2 && path.get(0).equals("capabilities");
    if (capability && Tree.at(desired, path.subList(0, 2)).isMissingNode()) {
      return path.subList(0, 2);
    }
    boolean webhook = capability && path.size() >= 4 && path.get(2).equals("webhooks");
    return webhook && Tree.at(desired, path.subList(0, 4)).isMissingNode()
        ? path.subList(0, 4)
        : path;
  }

  private static Change changed(
      List<String> path, JsonNode there, JsonNode wanted, List<String> handlers) {
    // "" stands for an address that is not set.
    boolean absent = there.isMissingNode()
        || there.isNull()
        || (there.isString() && there.asString().isEmpty());
    return new Change(
        absent ? Change.Kind.ADD : Change.Kind.CHANGE,
        path,
        absent ? Optional.empty() : Optional.of(json(path, there)),
        Optional.of(json(path, wanted)),
        handlers,
        "");
  }

  private static Change removed(List<String> path, ObjectNode lastApplied, ObjectNode remote) {
    JsonNode ours = Tree.at(lastApplied, path);
    long others = Tree.leaves(Tree.at(remote, path)).keySet().stream()
        .filter(leaf -> !leaf.isEmpty() && Tree.at(ours, leaf).isMissingNode())
        .count();
    return new Change(
        Change.Kind.REMOVE,
        path,
        Optional.of(json(path, ours)),
        Optional.empty(),
        List.of(),
        others == 0
            ? ""
            : "with " + others + (others == 1 ? " value" : " values") + " set elsewhere");
  }

  private static Json json(List<String> path, JsonNode node) {
    return Json.parse(Secrets.shown(path, node).toString());
  }
}
