package dev.switchboard.webhooks.signing;

import dev.switchboard.webhooks.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * The claims of a signed webhook's token.
 *
 * @param json all of them
 */
public record WebhookToken(Json json) {
  /** Unique id of the token ({@code jti}). */
  public Optional<String> id() {
    return json.text("jti");
  }

  /** When it was issued ({@code iat}); the only measure of its age, since there is no expiry. */
  public Optional<Instant> issuedAt() {
    return second(json, "iat");
  }

  /** {@code Vonage}. */
  public Optional<String> issuer() {
    return json.text("iss");
  }

  /** SHA-256 of the payload in lower-case hex. */
  public Optional<String> payloadHash() {
    return json.text("payload_hash");
  }

  /** The account. */
  public Optional<String> apiKey() {
    return json.text("api_key");
  }

  /** The application, where one was involved. */
  public Optional<String> applicationId() {
    return json.text("application_id");
  }

  /** A claim as a time; empty too for a number of seconds that is no time at all, since a token may come from anybody. */
  static Optional<Instant> second(Json claims, String name) {
    return claims
        .integer(name)
        .filter(seconds -> seconds >= 0 && seconds <= Instant.MAX.getEpochSecond())
        .map(Instant::ofEpochSecond);
  }
}
