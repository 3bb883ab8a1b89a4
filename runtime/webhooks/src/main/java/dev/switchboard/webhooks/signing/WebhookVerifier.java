package dev.switchboard.webhooks.signing;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.Verification.Accepted;
import dev.switchboard.webhooks.signing.Verification.Reason;
import dev.switchboard.webhooks.signing.Verification.Refused;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a webhook was signed by the platform, recently, and for this very payload. Immutable, and safe for use by many
 * threads.
 *
 * <p>The token is looked for in {@code X-Vonage-Webhook-Auth-Token} first, where the vendor's Cloud Runtime puts it, then in
 * {@code Authorization: Bearer}. Signatures and hashes are compared in constant time.
 */
public final class WebhookVerifier {
  private static final String RUNTIME_HEADER = "X-Vonage-Webhook-Auth-Token";
  private static final long SKEW_SECONDS = 60;
  private static final long LAST_SECOND = Long.MAX_VALUE / 1000;

  private final SignatureSecrets secrets;
  private final Clock clock;
  private final boolean hashOfGet;

  private WebhookVerifier(SignatureSecrets secrets, Clock clock, boolean hashOfGet) {
    this.secrets = secrets;
    this.clock = clock;
    this.hashOfGet = hashOfGet;
  }

  /** A verifier with these secrets, by this clock. */
  public static WebhookVerifier of(SignatureSecrets secrets, Clock clock) {
    return new WebhookVerifier(secrets, clock, true);
  }

  /**
   * The same without comparing the {@code payload_hash} of GET requests. Its recipe is not settled by the platform's
   * documentation; this is the way out should real requests be refused for it. POST stays checked.
   */
  public WebhookVerifier ignoringHashOfGet() {
    return new WebhookVerifier(secrets, clock, false);
  }

  /**
   * Checks a request.
   *
   * @param freshness how old its token may be; it may be up to a minute younger than nothing, since clocks disagree
   */
  public Verification verify(WebhookRequest request, Duration freshness) {
    Optional<String> token = token(request);
    if (token.isEmpty()) {
      return new Refused(Reason.NO_TOKEN);
    }
    Verification verification = verify(token.get(), freshness);
    if (!(verification instanceof Accepted accepted)
        || !(hashOfGet || request.method().equals("POST"))) {
      return verification;
    }
    Optional<String> hash = accepted.token().payloadHash();
    if (hash.isEmpty()) {
      return new Refused(Reason.NO_PAYLOAD_HASH);
    }
    return PayloadHash.matches(request, hash.get())
        ? verification
        : new Refused(Reason.WRONG_PAYLOAD_HASH);
  }

  /** Checks a token alone: its signature and its age, not what it was made for. */
  public Verification verify(String token, Duration freshness) {
    Optional<CompactToken> split = CompactToken.split(token);
    if (split.isEmpty()) {
      return new Refused(Reason.NOT_A_TOKEN);
    }
    Json claims;
    try {
      if (!split.get().isHs256()) {
        return new Refused(Reason.OTHER_ALGORITHM);
      }
      claims = split.get().claims();
    } catch (RuntimeException e) {
      return new Refused(Reason.NOT_A_TOKEN);
    }
    return signature(split.get(), claims)
        .or(() -> age(claims, freshness))
        .<Verification>map(Refused::new)
        .orElseGet(() -> new Accepted(new WebhookToken(claims)));
  }

  private Optional<Reason> signature(CompactToken token, Json claims) {
    List<HmacKey> candidates = secrets.candidates(claims.text("api_key").orElse(null));
    if (candidates.isEmpty()) {
      return Optional.of(Reason.UNKNOWN_ACCOUNT);
    }
    byte[] signature = token.signature();
    boolean right = false;
    for (HmacKey key : candidates) {
      right |= MessageDigest.isEqual(key.sign(token.text(), token.signedLength()), signature);
    }
    return right ? Optional.empty() : Optional.of(Reason.WRONG_SIGNATURE);
  }

  private Optional<Reason> age(Json claims, Duration freshness) {
    Optional<Long> issued = claims.integer("iat").or(() -> cut(claims));
    if (issued.isEmpty() || issued.get() > LAST_SECOND || issued.get() < -LAST_SECOND) {
      return Optional.of(Reason.NO_TIME);
    }
    long age = clock.instant().getEpochSecond() - issued.get();
    if (age > freshness.toSeconds()) {
      return Optional.of(Reason.TOO_OLD);
    }
    return age < -SKEW_SECONDS ? Optional.of(Reason.FROM_THE_FUTURE) : Optional.empty();
  }

  /** Whole seconds of a time with a fraction. */
  private static Optional<Long> cut(Json claims) {
    return claims
        .decimal("iat")
        .filter(seconds -> seconds.abs().compareTo(BigDecimal.valueOf(LAST_SECOND)) <= 0)
        .map(BigDecimal::longValue);
  }

  private static Optional<String> token(WebhookRequest request) {
    Optional<String> runtime = request.header(RUNTIME_HEADER);
    if (runtime.isPresent()) {
      return runtime.map(value -> bearer(value).orElse(value));
    }
    return request.header("Authorization").flatMap(WebhookVerifier::bearer);
  }

  private static Optional<String> bearer(String value) {
    return value.length() > 7 && value.regionMatches(true, 0, "bearer ", 0, 7)
        ? Optional.of(value.substring(7).trim())
        : Optional.empty();
  }
}
