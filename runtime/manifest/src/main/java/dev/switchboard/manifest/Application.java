package dev.switchboard.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The application as the Application API v2 knows it: the part of the manifest that deploy tooling puts on the platform.
 *
 * @param name shown in the dashboard; may hold <code>${name}</code> placeholders; not unique on the platform
 * @param capabilities in the order the processor gives them; each at most once
 * @param privacy members of {@code privacy} by wire name, for instance {@code improve_ai}; empty when the app owns none
 */
public record Application(String name, List<Capability> capabilities, Map<String, Object> privacy) {

  /** Copies, keeping order, and checks that values are plain. */
  public Application {
    capabilities = List.copyOf(capabilities);
    privacy = Plain.copy(privacy);
  }

  /**
   * The body of the API call, with {@code path} where the platform wants {@code address}.
   *
   * @return a new ordered tree of Map, List, String, Boolean and Number, by wire name
   */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    Map<String, Object> children = new LinkedHashMap<>();
    capabilities.forEach(capability -> children.put(capability.name(), capability.toTree()));
    tree.put("capabilities", children);
    if (!privacy.isEmpty()) {
      tree.put("privacy", privacy);
    }
    return tree;
  }
}
