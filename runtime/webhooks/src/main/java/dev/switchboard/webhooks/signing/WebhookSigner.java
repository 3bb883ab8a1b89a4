package dev.switchboard.webhooks.signing;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Signs webhooks as the platform does: what a sandbox, a test, or a check of one's own deployment needs. Immutable, and safe
 * for use by many threads; {@link #toString} shows no secret.
 */
public final class WebhookSigner {
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  private final HmacKey key;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Optional<String> apiKey;
  private final Optional<String> applicationId;

  private WebhookSigner(
      HmacKey key,
      Clock clock,
      Supplier<String> ids,
      Optional<String> apiKey,
      Optional<String> applicationId) {
    this.key = key;
    this.clock = clock;
    this.ids = ids;
    this.apiKey = apiKey;
    this.applicationId = applicationId;
  }

  /** Signs with an account's signature secret, by the system's clock, with random token ids. */
  public static WebhookSigner of(String signatureSecret) {
    return new WebhookSigner(
        HmacKey.of(signatureSecret),
        Clock.systemUTC(),
        () -> UUID.randomUUID().toString(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same by another clock. */
  public WebhookSigner clock(Clock other) {
    return new WebhookSigner(key, other, ids, apiKey, applicationId);
  }

  /** The same with token ids ({@code jti}) from elsewhere. */
  public WebhookSigner ids(Supplier<String> other) {
    return new WebhookSigner(key, clock, other, apiKey, applicationId);
  }

  /** The same in the name of an account. */
  public WebhookSigner apiKey(String account) {
    return new WebhookSigner(key, clock, ids, Optional.of(account), applicationId);
  }

  /** The same in the name of an application. */
  public WebhookSigner applicationId(String application) {
    return new WebhookSigner(key, clock, ids, apiKey, Optional.of(application));
  }

  /** The request with a fresh token in its {@code Authorization} header; its body must not be changed afterwards. */
  public WebhookRequest sign(WebhookRequest request) {
    return request.withHeader("Authorization", "Bearer " + token(request));
  }

  /** A fresh token for a request. */
  public String token(WebhookRequest request) {
    Json claims = Json.object(
        "iat", clock.instant().getEpochSecond(),
        "jti", ids.get(),
        "iss", "Vonage",
        "payload_hash", PayloadHash.of(request));
    if (apiKey.isPresent()) {
      claims = claims.with("api_key", apiKey.get());
    }
    if (applicationId.isPresent()) {
      claims = claims.with("application_id", applicationId.get());
    }
    return sign(claims);
  }

  /** A token with claims as they are given: for tests of what a receiver must refuse. */
  public String sign(Json claims) {
    String unsigned = CompactToken.unsigned(HEADER, claims);
    byte[] text = unsigned.getBytes(StandardCharsets.US_ASCII);
    return unsigned + '.' + new String(key.sign(text, text.length), StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "signer for " + apiKey.orElse("any account");
  }
}
