package dev.switchboard.webhooks.signing;

import dev.switchboard.webhooks.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A token that an application shows to the platform, taken apart: for people who want to see what is in it, and for a sandbox
 * that has to judge it. {@link #toString} is what people see; it leaves the signature out, so that nothing printed can be
 * used.
 */
public final class ApiToken {
  private static final Duration DEFAULT_VALIDITY = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final CompactToken token;
  private final Json header;
  private final Json claims;

  private ApiToken(CompactToken token, Json header, Json claims) {
    this.token = token;
    this.header = header;
    this.claims = claims;
  }

  /** Takes a token apart without trusting it; empty where it is none. */
  public static Optional<ApiToken> decode(String token) {
    try {
      return CompactToken.split(token)
          .map(split -> new ApiToken(split, split.header(), split.claims()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The header: algorithm and type. */
  public Json header() {
    return header;
  }

  /** All claims. */
  public Json claims() {
    return claims;
  }

  /** The application, whose public key decides about the token. */
  public Optional<String> applicationId() {
    return claims.text("application_id");
  }

  /** Unique id ({@code jti}). */
  public Optional<String> id() {
    return claims.text("jti");
  }

  /** The user of the Client SDK ({@code sub}). */
  public Optional<String> subject() {
    return claims.text("sub");
  }

  /** When it was issued ({@code iat}). */
  public Optional<Instant> issuedAt() {
    return second("iat");
  }

  /** Since when it counts ({@code nbf}); a number, or text in a sample of the vendor. */
  public Optional<Instant> notBefore() {
    return second("nbf");
  }

  /** When it expires: {@code exp}, or 15 minutes after it was issued; in no case later than 24 hours after that. */
  public Optional<Instant> expiresAt() {
    Optional<Instant> latest = issuedAt().map(issued -> issued.plus(LONGEST));
    Optional<Instant> own =
        second("exp").or(() -> issuedAt().map(issued -> issued.plus(DEFAULT_VALIDITY)));
    return own.map(end -> latest.filter(end::isAfter).orElse(end));
  }

  /** What it may be used for; empty means everything. */
  public Optional<Acl> acl() {
    return claims.has("acl") ? Optional.of(new Acl(claims.get("acl"))) : Optional.empty();
  }

  /**
   * Why the platform would refuse it.
   *
   * @param key the application's public key
   * @param now the time
   * @param skew how far the two clocks may disagree; the platform's tolerance is documented nowhere
   * @return a sentence, or empty where it would be accepted
   */
  public Optional<String> refusal(PublicKey key, Instant now, Duration skew) {
    if (!header.text("alg").orElse("").equals("RS256")) {
      return Optional.of("The token is not signed with RS256.");
    }
    if (!signedWith(key)) {
      return Optional.of("The token is not signed with the private key of its application.");
    }
    Optional<Instant> end = expiresAt();
    if (end.isEmpty()) {
      return Optional.of("The token has neither iat nor exp.");
    }
    if (now.isAfter(end.get())) {
      return Optional.of("The token expired at " + end.get() + ".");
    }
    if (issuedAt().filter(issued -> issued.isAfter(now.plus(skew))).isPresent()) {
      return Optional.of("The token was issued in the future.");
    }
    if (notBefore().filter(start -> start.isAfter(now.plus(skew))).isPresent()) {
      return Optional.of("The token does not count before " + notBefore().get() + ".");
    }
    return Optional.empty();
  }

  private boolean signedWith(PublicKey key) {
    try {
      byte[] encoded = token.signature();
      byte[] bytes = Base64.getUrlDecoder().decode(encoded);
      // The decoder overlooks stray bits in the last character; a signature has one spelling only.
      byte[] canonical = CompactToken.encode(bytes).getBytes(StandardCharsets.US_ASCII);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update(token.text(), 0, token.signedLength());
      return MessageDigest.isEqual(canonical, encoded) && signature.verify(bytes);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<Instant> second(String claim) {
    return WebhookToken.second(claims, claim);
  }

  /** A line for each claim, times as times. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("algorithm: ").append(header.text("alg").orElse("none"));
    if (claims.toJava() instanceof Map<?, ?> members) {
      for (Object name : members.keySet()) {
        String claim = (String) name;
        String value = switch (claim) {
          case "iat", "nbf", "exp" -> second(claim).map(Instant::toString).orElse("not a time");
          default -> claims.text(claim).orElseGet(() -> claims.get(claim).write());
        };
        text.append('\n').append(claim).append(": ").append(value);
      }
    }
    return text.toString();
  }
}
