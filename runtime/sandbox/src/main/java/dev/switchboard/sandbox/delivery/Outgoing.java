package dev.switchboard.sandbox.delivery;

import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

  /** Where it goes: a GET has the fields behind the URL's own query, and what is no plain value comes as JSON text. */
  URI url() {
    URI url = target.url();
    if (!target.method().equals("GET")) {
      return url;
    }
    StringBuilder query = new StringBuilder(url.getRawQuery() == null ? "" : url.getRawQuery());
    payload.members().forEach((name, value) -> {
      if (!value.isNull()) {
        String text =
            value.isObject() || value.isArray() ? value.write() : value.text().orElse("");
        query
            .append(query.length() == 0 ? "" : "&")
            .append(encoded(name))
            .append('=')
            .append(encoded(text));
      }
    });
    String base = url.toString().replaceFirst("[?#].*", "");
    return URI.create(query.length() == 0 ? base : base + "?" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

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
