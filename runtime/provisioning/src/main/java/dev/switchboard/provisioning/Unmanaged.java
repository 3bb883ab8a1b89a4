package dev.switchboard.provisioning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What an adoption leaves as it is, and why. */
final class Unmanaged {
  private final Map<List<String>, String> reasons = new LinkedHashMap<>();

  void because(List<String> path, String reason) {
    reasons.put(path, reason);
  }

  /** The reason that was given for a path; null when there is none. */
  @Nullable
  String forget(List<String> path) {
    return reasons.remove(path);
  }

  /** A path each, without its value; what has one reason in common is one line. */
  List<String> lines(ObjectNode remote, ObjectNode owned) {
    List<String> lines = new ArrayList<>();
    List<List<String>> told = new ArrayList<>();
    for (List<String> path : Tree.leaves(remote).keySet()) {
      boolean aside = path.isEmpty() || List.of("id", "keys", "_links").contains(path.get(0));
      if (aside || !Tree.at(owned, path).isMissingNode()) {
        continue;
      }
      List<String> at = reasoned(path);
      if (!told.contains(at)) {
        told.add(at);
        String why = reasons.get(at);
        lines.add(String.join(".", at) + (why == null ? "" : ": " + why));
      }
    }
    return lines;
  }

  private List<String> reasoned(List<String> path) {
    for (int length = 1; length < path.size(); length++) {
      if (reasons.containsKey(path.subList(0, length))) {
        return path.subList(0, length);
      }
    }
    return path;
  }
}
