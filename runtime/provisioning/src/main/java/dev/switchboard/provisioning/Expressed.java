package dev.switchboard.provisioning;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What of a live application our annotations can say. The rest stays on the platform as it is; why something cannot be
 * said is kept beside its path. Where annotations always say something that the application leaves out, the platform's
 * default is said, and remembered as a rewriting: then a plan finds no difference.
 */
final class Expressed {
  private static final List<String> REGIONS =
      List.of("na-east", "na-west", "eu-east", "eu-west", "apac-sng", "apac-australia");
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
  private final ObjectNode owned = Tree.object();
  private final List<Rewrite> rewrites = new ArrayList<>();
  private final List<AdoptedUrl> urls = new ArrayList<>();
  private final Unmanaged unmanaged = new Unmanaged();
  private final AdoptedUrls addresses;

  private Expressed(ObjectNode remote) {
    this.remote = remote;
    this.addresses = new AdoptedUrls(remote, unmanaged);
  }

  static Expressed of(ObjectNode remote) {
    Expressed expressed = new Expressed(remote);
    expressed.name();
    // The order of the manifest: where two claim one path, the earlier has it.
    expressed.voice();
    expressed.messages();
    expressed.withOneUrl(UrlKind.RTC_EVENT);
    expressed.vbc();
    expressed.withOneUrl(UrlKind.VERIFY_STATUS);
    expressed.network();
    expressed.video();
    if (!expressed.owned.has("capabilities")) {
      JsonNode stored = remote.path("capabilities");
      expressed.say(
          List.of("capabilities"), Tree.object(), stored.isObject() ? Tree.object() : stored);
    }
    expressed.privacy();
    return expressed;
  }

  /** What the class will own, as the manifest will ask for it. */
  ObjectNode owned() {
    return owned;
  }

  List<Rewrite> rewrites() {
    return rewrites;
  }

  List<AdoptedUrl> urls() {
    return urls;
  }

  /** Where the class is served; empty when no webhook could be expressed. */
  Optional<URI> baseUrl() {
    return addresses.baseUrl();
  }

  private void name() {
    String name = remote.path("name").asString("");
    if (name.isBlank()) {
      say(
          List.of("name"),
          StringNode.valueOf("Application " + remote.path("id").asString("")),
          remote.path("name"));
    } else {
      owned.put("name", name);
    }
  }

  /** Says a value; where the application holds it otherwise, or not at all, that is remembered. */
  private void say(List<String> path, JsonNode value, JsonNode stored) {
    Tree.set(owned, path, value);
    if (!Tree.same(value, stored)) {
      rewrites.add(new Rewrite(path, value, stored));
    }
  }

  private static List<String> capability(String name, String... more) {
    List<String> path = new ArrayList<>(List.of("capabilities", name));
    path.addAll(List.of(more));
    return path;
  }

  private void voice() {
    if (!(remote.at("/capabilities/voice") instanceof ObjectNode voice)
        || !flag(capability("voice", "signed_callbacks"))) {
      return;
    }
    for (UrlKind kind : UrlKind.of("voice")) {
      addresses.of(kind).ifPresent(this::serve);
    }
    signed("voice");
    JsonNode region = voice.path("region");
    if (REGIONS.contains(region.asString(""))) {
      Tree.set(owned, capability("voice", "region"), region);
    }
    whole(capability("voice", "conversations_ttl"), 0, 744);
    whole(capability("voice", "leg_persistence_time"), 1, 31);
  }

  /** Whether a flag that the manifest always sends can be said: it is one, or absent. */
  private boolean flag(List<String> path) {
    JsonNode flag = Tree.at(remote, path);
    if (flag.isBoolean() || flag.isMissingNode()) {
      return true;
    }
    unmanaged.because(path.subList(0, 2), path.get(2) + " is neither true nor false");
    return false;
  }

  /** Applications from before signing became the default leave it out and are not signed. */
  private void signed(String name) {
    JsonNode signed = remote.path("capabilities").path(name).path("signed_callbacks");
    say(capability(name, "signed_callbacks"), BooleanNode.valueOf(signed.asBoolean(false)), signed);
  }

  private void whole(List<String> path, int least, int most) {
    JsonNode number = Tree.at(remote, path);
    if (number.isInt() && number.asInt() >= least && number.asInt() <= most) {
      Tree.set(owned, path, number);
    } else if (!number.isMissingNode()) {
      unmanaged.because(path, "the platform's range is " + least + " to " + most);
    }
  }

  private void messages() {
    if (!(remote.at("/capabilities/messages") instanceof ObjectNode messages)
        || !flag(capability("messages", "authenticate_inbound_media"))) {
      return;
    }
    String version = messages.path("version").asString("v1");
    if (!version.equals("v1") && !version.equals("v0.1")) {
      unmanaged.because(capability("messages"), "its version is neither v1 nor v0.1");
      return;
    }
    Optional<AdoptedUrl> inbound = addresses.of(UrlKind.INBOUND);
    Optional<AdoptedUrl> status = addresses.of(UrlKind.STATUS);
    if (inbound.isEmpty() || status.isEmpty()) {
      drop(
          "messages",
          inbound.isEmpty() ? "inbound_url" : "status_url",
          "needs inbound_url and status_url");
      return;
    }
    serve(inbound.get());
    serve(status.get());
    say(capability("messages", "version"), StringNode.valueOf(version), messages.path("version"));
    JsonNode authenticate = messages.path("authenticate_inbound_media");
    say(
        capability("messages", "authenticate_inbound_media"),
        BooleanNode.valueOf(authenticate.asBoolean(false)),
        authenticate);
  }

  /** A capability that cannot be said without one of its webhooks stays as a whole. */
  private void drop(String name, String kind, String need) {
    List<String> webhook = capability(name, "webhooks", kind);
    String why = unmanaged.forget(webhook);
    unmanaged.because(
        capability(name),
        why == null
            ? "our annotation " + need + ", and " + kind + " is not set"
            : kind + ": " + why);
    addresses.release(name);
  }

  private void withOneUrl(UrlKind kind) {
    String name = kind.capability();
    if (!(remote.path("capabilities").path(name) instanceof ObjectNode)
        || (kind == UrlKind.RTC_EVENT && !flag(capability(name, "signed_callbacks")))) {
      return;
    }
    Optional<AdoptedUrl> url = addresses.of(kind);
    if (url.isEmpty()) {
      drop(name, kind.wireName(), "needs " + kind.wireName());
      return;
    }
    serve(url.get());
    if (kind == UrlKind.RTC_EVENT) {
      signed(name);
    }
  }

  private void vbc() {
    if (remote.at("/capabilities/vbc").isObject()) {
      Tree.set(owned, capability("vbc"), Tree.object());
    }
  }

  private void network() {
    if (!(remote.at("/capabilities/network_apis") instanceof ObjectNode network)) {
      return;
    }
    Tree.set(owned, capability("network_apis"), Tree.object());
    for (String member : List.of("redirect_uri", "network_application_id")) {
      JsonNode value = network.path(member);
      if (value.isString() && !value.asString().isEmpty() && !value.asString().contains("${")) {
        Tree.set(owned, capability("network_apis", member), value);
      }
    }
  }

  private void video() {
    if (!(remote.at("/capabilities/video") instanceof ObjectNode video)) {
      return;
    }
    Tree.set(owned, capability("video"), Tree.object());
    for (Map.Entry<String, JsonNode> webhook : video.path("webhooks").properties()) {
      videoUrl(webhook.getKey(), webhook.getValue());
    }
    storage(video.path("storage"));
  }

  private void videoUrl(String kind, JsonNode webhook) {
    List<String> at = capability("video", "webhooks", kind);
    JsonNode active = webhook.path("active");
    if (!VIDEO_KINDS.contains(kind)) {
      unmanaged.because(at, "our annotations know no such callback");
    } else if (!active.isMissingNode() && !active.asBoolean(false)) {
      unmanaged.because(at, "it is switched off, and a method would switch it on");
    } else {
      addresses.path(at, webhook).ifPresent(path -> {
        urls.add(new AdoptedUrl(null, kind, path, "POST", 0, 0));
        Tree.set(owned, Tree.child(at, "address"), webhook.path("address"));
        say(Tree.child(at, "active"), BooleanNode.TRUE, active);
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
      flags.forEach(flag -> say(
          capability("video", "storage", flag),
          BooleanNode.valueOf(storage.path(flag).asBoolean(false)),
          storage.path(flag)));
      JsonNode type = storage.path("credential_type");
      if (type.isString() && !type.asString().isEmpty() && !type.asString().contains("${")) {
        Tree.set(owned, capability("video", "storage", "credential_type"), type);
      }
    }
    if (storage.has("credential")) {
      unmanaged.because(
          capability("video", "storage", "credential"),
          "a secret stays where it is; credential = \"${name}\" on @VideoApp takes it over");
    }
  }

  /** False cannot be told from not written, so it is not owned; see {@link Desired#owned}. */
  private void privacy() {
    if (Tree.at(remote, Desired.IMPROVE_AI).asBoolean(false)
        && Tree.at(remote, Desired.IMPROVE_AI).isBoolean()) {
      Tree.set(owned, Desired.IMPROVE_AI, BooleanNode.TRUE);
    }
  }

  private void serve(AdoptedUrl url) {
    urls.add(url);
    UrlKind kind = Objects.requireNonNull(url.kind());
    List<String> at = capability(kind.capability(), "webhooks", kind.wireName());
    JsonNode webhook = Tree.at(remote, at);
    Tree.set(owned, Tree.child(at, "address"), webhook.path("address"));
    say(
        Tree.child(at, "http_method"),
        StringNode.valueOf(url.method()),
        webhook.has("http_method") ? webhook.path("http_method") : MissingNode.getInstance());
    if (url.connectTimeout() > 0) {
      Tree.set(owned, Tree.child(at, "connect_timeout"), webhook.path("connect_timeout"));
    }
    if (url.socketTimeout() > 0) {
      Tree.set(owned, Tree.child(at, "socket_timeout"), webhook.path("socket_timeout"));
    }
  }

  /** Everything that stays unmanaged: paths without their values, with the reason where there is one to tell. */
  List<String> unmanaged() {
    return unmanaged.lines(remote, owned);
  }
}
