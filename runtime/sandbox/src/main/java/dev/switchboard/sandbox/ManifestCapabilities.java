package dev.switchboard.sandbox;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A manifest's capabilities as the Application API has them: addresses in place of paths. */
final class ManifestCapabilities {
  private ManifestCapabilities() {}

  static Json of(Manifest manifest, URI baseUrl) {
    String base = baseUrl.toString().replaceFirst("/+$", "");
    Map<String, Object> capabilities = new LinkedHashMap<>();
    for (Capability capability : manifest.application().capabilities()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      if (!capability.webhooks().isEmpty()) {
        Map<String, Object> webhooks = new LinkedHashMap<>();
        for (Webhook webhook : capability.webhooks()) {
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put("address", base + webhook.path());
          fields.putAll(webhook.options());
          webhooks.put(webhook.kind(), fields);
        }
        tree.put("webhooks", webhooks);
      }
      tree.putAll(capability.settings());
      capabilities.put(capability.name(), tree);
    }
    return Json.of(capabilities);
  }
}
