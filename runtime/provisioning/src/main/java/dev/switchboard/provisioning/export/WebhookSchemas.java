package dev.switchboard.provisioning.export;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * JSON Schemas of what the platform sends and takes, from its documentation and what its SDKs read. Nothing in them is
 * required and nothing further is forbidden, because the platform leaves members out and adds new ones.
 */
final class WebhookSchemas {
  /** What a call goes on with. */
  static final String NCCO = "Ncco";

  private static final Json ALL = read();

  private WebhookSchemas() {}

  /** Name of the schema of what a route is called with. */
  static String request(Manifest manifest, Route route) {
    return switch (route.capability().orElse("") + " " + route.kind()) {
      case "voice answer_url" -> "AnswerRequest";
      case "voice fallback_answer_url" -> "FallbackRequest";
      case "messages inbound_url" -> "InboundMessage" + version(manifest);
      case "messages status_url" -> "MessageStatus" + version(manifest);
      case "rtc event_url" -> "RtcEvent";
      case "verify status_url" -> "VerifyEvent";
      default ->
        route.capability().filter("video"::equals).isPresent() ? "VideoEvent" : "CallEvent";
    };
  }

  private static String version(Manifest manifest) {
    return manifest.application().capabilities().stream()
            .filter(one -> one.name().equals("messages"))
            .map(Capability::settings)
            .anyMatch(settings -> "v0.1".equals(settings.get("version")))
        ? "V01"
        : "";
  }

  static Json schema(String name) {
    return ALL.get(name);
  }

  static Json reference(String name) {
    return Json.object("$ref", "#/components/schemas/" + name);
  }

  private static Json read() {
    try (InputStream in =
        Objects.requireNonNull(WebhookSchemas.class.getResourceAsStream("webhooks.json"))) {
      return Json.parse(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
