package dev.switchboard.sandbox.delivery;

import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * A webhook to be delivered.
 *
 * @param target where to
 * @param applicationId in whose name, when it belongs to an application
 * @param about a few words on what it tells
 * @param payload the fields, in their order
 */
public record Outgoing(
    WebhookTarget target, Optional<String> applicationId, String about, Json payload) {

  /** For whoever keeps it. */
  Json toJson() {
    Json json = Json.object("target", target.toJson(), "about", about, "payload", payload);
    return applicationId.isPresent() ? json.with("application", applicationId.get()) : json;
  }

  /** Reads what {@link #toJson} wrote. */
  static Outgoing of(Json json) {
    return new Outgoing(
        WebhookTarget.of(json.get("target")),
        json.text("application"),
        json.required("about"),
        json.get("payload"));
  }
}
