package dev.switchboard.webhooks;

import dev.switchboard.webhooks.signing.Verification;
import java.nio.charset.StandardCharsets;

/** Bodies of refusals, as problem details; none holds anything of the request or of the app. */
final class Problems {
  private static final String MEDIA_TYPE = "application/problem+json";

  private Problems() {}

  static WebhookResponse malformed(JsonException e) {
    return problem(
        400,
        Json.object(
            "title",
            e.isOfMissing() ? "The payload is not whole" : "The payload is not JSON",
            "detail",
            e.reason(),
            "pointer",
            e.pointer()));
  }

  static WebhookResponse notAnObject() {
    return problem(400, Json.object("title", "The payload is not a JSON object", "pointer", ""));
  }

  static WebhookResponse refused(Verification.Reason reason) {
    return problem(
        401, Json.object("title", "The signature does not hold", "detail", reason.sentence()));
  }

  static WebhookResponse failed(String id) {
    return problem(500, Json.object("title", "The webhook could not be handled", "id", id));
  }

  private static WebhookResponse problem(int status, Json body) {
    return WebhookResponse.owning(
        status, MEDIA_TYPE, body.write().getBytes(StandardCharsets.UTF_8));
  }
}
