package dev.switchboard.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One product switched on in the application.
 *
 * @param name wire name: {@code voice}, {@code messages}, {@code rtc}, {@code vbc}, {@code verify}, {@code video}, {@code network_apis}
 * @param webhooks its webhooks; empty for capabilities that have none
 * @param settings its further members by wire name, for instance {@code signed_callbacks}; values are String, Boolean, Number, or
 *     Map and List of these
 */
public record Capability(String name, List<Webhook> webhooks, Map<String, Object> settings) {

  /** Copies, keeping order, and checks that values are plain. */
  public Capability {
    webhooks = List.copyOf(webhooks);
    settings = Plain.copy(settings);
  }

  /** The capability's object, {@code webhooks} first; empty for a capability without any member. */
  Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!webhooks.isEmpty()) {
      Map<String, Object> children = new LinkedHashMap<>();
      webhooks.forEach(webhook -> children.put(webhook.kind(), webhook.toTree()));
      tree.put("webhooks", children);
    }
    tree.putAll(settings);
    return tree;
  }
}
