package dev.switchboard.provisioning.export;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.webhooks.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code vcr.yml}: names and capabilities; runtime, region and entry point are the deployer's to add. */
final class CloudRuntime {
  /** The runtime's names of the capabilities; messages come in two versions, and business cloud pricing has none. */
  private static final Map<String, String> NAMES = Map.of(
      "voice", "voice",
      "rtc", "rtc",
      "video", "video",
      "verify", "verify-v2",
      "network_apis", "network");

  private CloudRuntime() {}

  static String document(Manifest manifest, Json application) {
    String name = application.required("name");
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    List<String> capabilities = manifest.application().capabilities().stream()
        .map(CloudRuntime::name)
        .flatMap(Optional::stream)
        .toList();
    StringBuilder text = new StringBuilder(
        "# From " + manifest.app() + " by Switchboard. The runtime owns the URLs.\n");
    text.append("project:\n    name: ").append(Json.of(slug).write()).append('\n');
    text.append("instance:\n    name: ").append(Json.of(name).write()).append('\n');
    if (!capabilities.isEmpty()) {
      text.append("    capabilities:\n");
      capabilities.forEach(
          capability -> text.append("        - ").append(capability).append('\n'));
    }
    return text.toString();
  }

  private static Optional<String> name(Capability capability) {
    return capability.name().equals("messages")
        ? Optional.of("messages-" + capability.settings().getOrDefault("version", "v1"))
        : Optional.ofNullable(NAMES.get(capability.name()));
  }
}
