package dev.switchboard.sandbox.account;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An application as the account has it.
 *
 * @param id its UUID
 * @param name its name, not unique
 * @param key what its tokens are verified with, PEM
 * @param capabilities the tree as it was sent
 * @param privacy the tree as it was sent
 */
public record Application(
    String id, String name, Supplier<String> key, Json capabilities, Json privacy) {

  /** What its tokens are verified with, PEM. */
  public String publicKey() {
    return key.get();
  }

  /** Whether it has that capability. */
  public boolean has(String capability) {
    return capabilities.has(capability);
  }

  /** One of its webhooks; empty when it has no address. */
  public Optional<WebhookTarget> webhook(String capability, String kind) {
    Json webhook = capabilities.get(capability).get("webhooks").get(kind);
    Optional<URI> address = webhook.text("address").flatMap(Application::uri);
    WebhookKind rules = WebhookKind.of(capability, kind);
    return address.map(url -> new WebhookTarget(
        capability + "." + kind,
        url,
        webhook.text("http_method").orElse(rules.defaultMethod()),
        milliseconds(webhook, "connect_timeout").orElse(rules.connectTimeout()),
        milliseconds(webhook, "socket_timeout").orElse(rules.socketTimeout()),
        signs(capability)));
  }

  /** Where its webhooks go, in the order of its capabilities. */
  public Stream<URI> addresses() {
    return capabilities.members().values().stream()
        .flatMap(capability -> capability.get("webhooks").members().values().stream())
        .flatMap(webhook -> webhook.text("address").flatMap(Application::uri).stream());
  }

  /** Whether webhooks of a capability carry a signature: messages always do, verify never. */
  public boolean signs(String capability) {
    return switch (capability) {
      case "messages" -> true;
      case "voice", "rtc" ->
        capabilities.get(capability).flag("signed_callbacks").orElse(true);
      default -> false;
    };
  }

  /** What the API shows of it, without links. */
  public Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", id);
    view.put("name", name);
    view.put("keys", Json.object("public_key", publicKey()));
    view.put("privacy", privacy);
    view.put("capabilities", capabilities);
    return view;
  }

  /** Back from {@link #view}. */
  static Application of(Json view) {
    String key = view.get("keys").required("public_key");
    return new Application(
        view.required("id"),
        view.required("name"),
        () -> key,
        view.get("capabilities"),
        view.get("privacy"));
  }

  private static Optional<URI> uri(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(URI.create(text.strip()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> milliseconds(Json webhook, String name) {
    return webhook.decimal(name).map(value -> Duration.ofMillis(value.longValue()));
  }

  /** Id and name. */
  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
