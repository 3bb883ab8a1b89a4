package dev.switchboard.provisioning;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
  private final ObjectNode remote;
  private final Said said = new Said();
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
    new ExpressedVideo(
            remote, expressed.said, expressed.urls, expressed.addresses, expressed.unmanaged)
        .run();
    if (!expressed.said.owned().has("capabilities")) {
      JsonNode stored = remote.path("capabilities");
      expressed.said.say(
          List.of("capabilities"), Tree.object(), stored.isObject() ? Tree.object() : stored);
    }
    expressed.privacy();
    return expressed;
  }

  /** What the class will own, as the manifest will ask for it. */
  ObjectNode owned() {
    return said.owned();
  }

  List<Rewrite> rewrites() {
    return said.rewrites();
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
      said.say(
          List.of("name"),
          StringNode.valueOf("Application " + remote.path("id").asString("")),
          remote.path("name"));
    } else {
      said.set(List.of("name"), StringNode.valueOf(name));
    }
  }

  static List<String> capability(String name, String... more) {
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
      said.set(capability("voice", "region"), region);
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
    said.say(
        capability(name, "signed_callbacks"), BooleanNode.valueOf(signed.asBoolean(false)), signed);
  }

  private void whole(List<String> path, int least, int most) {
    JsonNode number = Tree.at(remote, path);
    if (number.isInt() && number.asInt() >= least && number.asInt() <= most) {
      said.set(path, number);
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
    said.say(
        capability("messages", "version"), StringNode.valueOf(version), messages.path("version"));
    JsonNode authenticate = messages.path("authenticate_inbound_media");
    said.say(
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
      said.set(capability("vbc"), Tree.object());
    }
  }

  private void network() {
    if (!(remote.at("/capabilities/network_apis") instanceof ObjectNode network)) {
      return;
    }
    said.set(capability("network_apis"), Tree.object());
    for (String member : List.of("redirect_uri", "network_application_id")) {
      JsonNode value = network.path(member);
      if (value.isString() && !value.asString().isEmpty() && !value.asString().contains("${")) {
        said.set(capability("network_apis", member), value);
      }
    }
  }

  /** False cannot be told from not written, so it is not owned; see {@link Desired#owned}. */
  private void privacy() {
    if (Tree.at(remote, Desired.IMPROVE_AI).asBoolean(false)
        && Tree.at(remote, Desired.IMPROVE_AI).isBoolean()) {
      said.set(Desired.IMPROVE_AI, BooleanNode.TRUE);
    }
  }

  private void serve(AdoptedUrl url) {
    urls.add(url);
    UrlKind kind = Objects.requireNonNull(url.kind());
    List<String> at = capability(kind.capability(), "webhooks", kind.wireName());
    JsonNode webhook = Tree.at(remote, at);
    said.set(Tree.child(at, "address"), webhook.path("address"));
    said.say(
        Tree.child(at, "http_method"),
        StringNode.valueOf(url.method()),
        webhook.has("http_method") ? webhook.path("http_method") : MissingNode.getInstance());
    if (url.connectTimeout() > 0) {
      said.set(Tree.child(at, "connect_timeout"), webhook.path("connect_timeout"));
    }
    if (url.socketTimeout() > 0) {
      said.set(Tree.child(at, "socket_timeout"), webhook.path("socket_timeout"));
    }
  }

  /** Everything that stays unmanaged: paths without their values, with the reason where there is one to tell. */
  List<String> unmanaged() {
    return unmanaged.lines(remote, said.owned());
  }
}
