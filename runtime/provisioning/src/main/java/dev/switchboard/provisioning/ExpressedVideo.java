package dev.switchboard.provisioning;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The video capability of {@link Expressed}: its callbacks have no method and switches of their own, and it has a storage. */
final class ExpressedVideo {
  private static final List<String> VIDEO_KINDS = List.of(
      "archive_status",
      "broadcast_status",
      "captions_status",
      "connection_created",
      "connection_destroyed",
      "render_status",
      "session_created",
      "session_destroyed",
      "session_notification",
      "sip_call_created",
      "sip_call_destroyed",
      "sip_call_mute_forced",
      "sip_call_updated",
      "stream_created",
      "stream_destroyed");

  private final ObjectNode remote;
  private final Said said;
  private final List<AdoptedUrl> urls;
  private final AdoptedUrls addresses;
  private final Unmanaged unmanaged;

  ExpressedVideo(
      ObjectNode remote,
      Said said,
      List<AdoptedUrl> urls,
      AdoptedUrls addresses,
      Unmanaged unmanaged) {
    this.remote = remote;
    this.said = said;
    this.urls = urls;
    this.addresses = addresses;
    this.unmanaged = unmanaged;
  }

  void run() {
    if (!(remote.at("/capabilities/video") instanceof ObjectNode video)) {
      return;
    }
    said.set(Expressed.capability("video"), Tree.object());
    for (Map.Entry<String, JsonNode> webhook : video.path("webhooks").properties()) {
      videoUrl(webhook.getKey(), webhook.getValue());
    }
    storage(video.path("storage"));
  }

  private void videoUrl(String kind, JsonNode webhook) {
    List<String> at = Expressed.capability("video", "webhooks", kind);
    JsonNode active = webhook.path("active");
    if (!VIDEO_KINDS.contains(kind)) {
      unmanaged.because(at, "our annotations know no such callback");
    } else if (!active.isMissingNode() && !active.asBoolean(false)) {
      unmanaged.because(at, "it is switched off, and a method would switch it on");
    } else {
      addresses.path(at, webhook).ifPresent(path -> {
        urls.add(new AdoptedUrl(null, kind, path, "POST", 0, 0));
        said.set(Tree.child(at, "address"), webhook.path("address"));
        said.say(Tree.child(at, "active"), BooleanNode.TRUE, active);
        if (webhook.has("secret")) {
          unmanaged.because(
              Tree.child(at, "secret"),
              "a secret stays where it is; secret = \"${name}\" on the method takes it over");
        }
      });
    }
  }

  private void storage(JsonNode storage) {
    List<String> flags =
        List.of("server_side_encryption", "end_to_end_encryption", "cloud_storage");
    boolean sayable =
        flags.stream().map(storage::path).allMatch(f -> f.isMissingNode() || f.isBoolean());
    if (sayable && flags.stream().anyMatch(flag -> storage.path(flag).asBoolean(false))) {
      flags.forEach(flag -> said.say(
          Expressed.capability("video", "storage", flag),
          BooleanNode.valueOf(storage.path(flag).asBoolean(false)),
          storage.path(flag)));
      JsonNode type = storage.path("credential_type");
      if (type.isString() && !type.asString().isEmpty() && !type.asString().contains("${")) {
        said.set(Expressed.capability("video", "storage", "credential_type"), type);
      }
    }
    if (storage.has("credential")) {
      unmanaged.because(
          Expressed.capability("video", "storage", "credential"),
          "a secret stays where it is; credential = \"${name}\" on @VideoApp takes it over");
    }
  }
}
