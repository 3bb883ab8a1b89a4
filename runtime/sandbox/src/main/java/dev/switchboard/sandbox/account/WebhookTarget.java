package dev.switchboard.sandbox.account;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;

/**
 * Where a webhook goes, and how long the platform waits there.
 *
 * @param kind what it is, such as {@code voice.answer_url} or {@code input}
 * @param url address, with its query if it has one
 * @param method GET or POST
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long the answer may take once connected
 * @param signed whether it carries a signed token
 */
public record WebhookTarget(
    String kind,
    URI url,
    String method,
    Duration connectTimeout,
    Duration readTimeout,
    boolean signed) {

  /** For whoever keeps it. */
  public Json toJson() {
    return Json.object(
        "kind",
        kind,
        "url",
        url.toString(),
        "method",
        method,
        "connect",
        connectTimeout.toMillis(),
        "read",
        readTimeout.toMillis(),
        "signed",
        signed);
  }

  /** Reads what {@link #toJson} wrote. */
  public static WebhookTarget of(Json json) {
    return new WebhookTarget(
        json.required("kind"),
        URI.create(json.required("url")),
        json.required("method"),
        Duration.ofMillis(json.integer("connect").orElse(0L)),
        Duration.ofMillis(json.integer("read").orElse(0L)),
        json.flag("signed").orElse(true));
  }
}
