package dev.switchboard.processor.generate;

import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.CapabilityModel;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.Placeholders;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.WebhookKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the manifest: the application as the Application API knows it, and the URLs behind it. */
final class ManifestGenerator {
  private final AppModel app;
  private final List<Url> urls;

  private ManifestGenerator(AppModel app, List<Url> urls) {
    this.app = app;
    this.urls = urls;
  }

  static Manifest generate(AppModel app, List<Url> urls) {
    return new ManifestGenerator(app, urls).manifest();
  }

  private Manifest manifest() {
    Map<String, Object> privacy = new LinkedHashMap<>();
    privacy.put("improve_ai", app.improveAi().map(Setting::value).orElse(false));
    Application application = new Application(
        app.names().get(0).value(),
        app.capabilities().stream().map(this::capability).toList(),
        privacy);
    return new Manifest(
        app.type().binaryName(),
        application,
        urls.stream().map(ManifestGenerator::route).toList(),
        app.listed().stream().map(listed -> listed.type().binaryName()).toList(),
        app.placeholders().stream().map(Placeholders.Use::name).toList(),
        app.numbers().stream().map(Setting::value).toList());
  }

  private Capability capability(CapabilityModel capability) {
    List<Webhook> webhooks = urls.stream()
        .filter(url -> url.kind().provisioned() && url.kind().capability() == capability.kind())
        .map(ManifestGenerator::webhook)
        .toList();
    return new Capability(capability.kind().wireName(), webhooks, settings(capability));
  }

  private static Webhook webhook(Url url) {
    Map<String, Object> options = new LinkedHashMap<>();
    if (url.kind() == WebhookKind.VIDEO) {
      url.secret().ifPresent(secret -> options.put("secret", secret));
      options.put("active", true);
    } else {
      options.put("http_method", url.method());
    }
    url.connectTimeout().ifPresent(time -> options.put("connect_timeout", time));
    url.socketTimeout().ifPresent(time -> options.put("socket_timeout", time));
    return new Webhook(url.wireName(), url.path(), options);
  }

  private static Map<String, Object> settings(CapabilityModel capability) {
    Map<String, Object> settings = new LinkedHashMap<>();
    switch (capability.kind()) {
      case VOICE -> {
        settings.put("signed_callbacks", capability.flag("signedCallbacks", true));
        capability
            .text("region")
            .filter(region -> !region.value().equals("UNSET"))
            .ifPresent(region -> settings.put("region", wire(region.value(), '-')));
        number(capability, "conversationsTtl")
            .ifPresent(hours -> settings.put("conversations_ttl", hours));
        number(capability, "legPersistenceTime")
            .ifPresent(days -> settings.put("leg_persistence_time", days));
      }
      case MESSAGES -> {
        settings.put(
            "version", wire(capability.text("version").map(Setting::value).orElse("V1"), '.'));
        settings.put(
            "authenticate_inbound_media", capability.flag("authenticateInboundMedia", false));
      }
      case RTC -> settings.put("signed_callbacks", capability.flag("signedCallbacks", true));
      case NETWORK -> {
        put(settings, capability, "redirectUri", "redirect_uri");
        put(settings, capability, "networkApplicationId", "network_application_id");
      }
      case VIDEO -> {
        Map<String, Object> storage = storage(capability);
        if (!storage.isEmpty()) {
          settings.put("storage", storage);
        }
      }
      case VBC, VERIFY -> {
        // The platform wants an empty object for vbc, and fills in the only version of verify
        // itself.
      }
    }
    return settings;
  }

  private static Map<String, Object> storage(CapabilityModel video) {
    Map<String, Object> storage = new LinkedHashMap<>();
    List<String> members = List.of(
        "serverSideEncryption",
        "endToEndEncryption",
        "cloudStorage",
        "credentialType",
        "credential");
    if (members.stream().anyMatch(video::says)) {
      storage.put("server_side_encryption", video.flag("serverSideEncryption", false));
      storage.put("end_to_end_encryption", video.flag("endToEndEncryption", false));
      storage.put("cloud_storage", video.flag("cloudStorage", false));
      put(storage, video, "credentialType", "credential_type");
      put(storage, video, "credential", "credential");
    }
    return storage;
  }

  private static void put(
      Map<String, Object> settings, CapabilityModel capability, String member, String wireName) {
    capability
        .text(member)
        .map(Setting::value)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> settings.put(wireName, text));
  }

  /** -1 is how the annotation says "the platform's default". */
  private static Optional<Integer> number(CapabilityModel capability, String member) {
    return capability.number(member).map(Setting::value).filter(value -> value != -1);
  }

  private static String wire(String constant, char glue) {
    return constant.toLowerCase(Locale.ROOT).replace('_', glue);
  }

  private static Route route(Url url) {
    Optional<String> capability = Optional.of(url.kind())
        .filter(WebhookKind::provisioned)
        .map(WebhookKind::capability)
        .map(CapabilityKind::wireName);
    return new Route(
        capability,
        url.wireName(),
        url.method(),
        url.path(),
        url.handlers().stream().map(ManifestGenerator::handler).toList());
  }

  private static String handler(HandlerMethod method) {
    return method.owner().binaryName() + "#" + method.signature();
  }
}
