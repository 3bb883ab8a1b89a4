package dev.switchboard.webhooks.signing;

import dev.switchboard.webhooks.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mints the tokens that an application shows to the platform: RS256 with its private key. Making a signature takes close to a
 * millisecond, so a token is used until shortly before it expires. Safe for use by many threads; {@link #toString} shows no
 * key.
 */
public final class ApiTokens {
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final String applicationId;
  private final PrivateKey key;
  private final Clock clock;
  private final Duration validity;
  private final Optional<Acl> acl;
  private final Optional<String> subject;
  private volatile @Nullable Minted minted;

  private ApiTokens(
      String applicationId,
      PrivateKey key,
      Clock clock,
      Duration validity,
      Optional<Acl> acl,
      Optional<String> subject) {
    this.applicationId = applicationId;
    this.key = key;
    this.clock = clock;
    this.validity = validity;
    this.acl = acl;
    this.subject = subject;
  }

  /**
   * Tokens of an application, valid for 15 minutes each, with full access.
   *
   * @param applicationId the application's id
   * @param key its private key, from {@link RsaKeys#privateKey}
   */
  public static ApiTokens of(String applicationId, PrivateKey key) {
    return new ApiTokens(
        applicationId,
        key,
        Clock.systemUTC(),
        Duration.ofMinutes(15),
        Optional.empty(),
        Optional.empty());
  }

  /** The same by another clock. */
  public ApiTokens clock(Clock other) {
    return new ApiTokens(applicationId, key, other, validity, acl, subject);
  }

  /**
   * The same with another validity.
   *
   * @param time 30 seconds to 24 hours, whole seconds
   */
  public ApiTokens validFor(Duration time) {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A token is valid for 30 seconds to 24 hours, not for " + time + ".");
    }
    return new ApiTokens(applicationId, key, clock, time, acl, subject);
  }

  /** The same with access to some paths only. */
  public ApiTokens acl(Acl allowed) {
    return new ApiTokens(applicationId, key, clock, validity, Optional.of(allowed), subject);
  }

  /** The same for a user of the Client SDK ({@code sub}); such a token needs an {@link #acl}. */
  public ApiTokens subject(String user) {
    return new ApiTokens(applicationId, key, clock, validity, acl, Optional.of(user));
  }

  /**
   * A token that is good for at least another minute, or for a tenth of its validity where that is less. The same one until
   * then.
   */
  public String token() {
    Minted known = minted;
    if (known != null && clock.instant().isBefore(known.renewal())) {
      return known.token();
    }
    synchronized (this) { // one thread pays for the signature, the rest wait for it
      known = minted;
      Instant now = clock.instant();
      if (known == null || !now.isBefore(known.renewal())) {
        Duration tenth = validity.dividedBy(10);
        Duration margin = tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
        known = new Minted(mint(now), now.plus(validity).minus(margin));
        minted = known;
      }
      return known.token();
    }
  }

  private String mint(Instant now) {
    long issued = now.getEpochSecond();
    Json claims = Json.object(
        "application_id",
        applicationId,
        "iat",
        issued,
        "exp",
        issued + validity.toSeconds(),
        "jti",
        UUID.randomUUID().toString());
    if (subject.isPresent()) {
      claims = claims.with("sub", subject.get());
    }
    if (acl.isPresent()) {
      claims = claims.with("acl", acl.get().json());
    }
    String unsigned = CompactToken.unsigned(HEADER, claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
      return unsigned + '.' + CompactToken.encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The application's key cannot sign; it has to be an RSA private key.", e);
    }
  }

  @Override
  public String toString() {
    return "tokens of application " + applicationId;
  }

  private record Minted(String token, Instant renewal) {
    @Override
    public String toString() {
      return "token until " + renewal;
    }
  }
}
