package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.webhooks.signing.Acl;
import dev.switchboard.webhooks.signing.ApiToken;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets in who shows the token of an application (domain: authentication, section 2.1). */
public final class Tokens {
  /** The platform's tolerance is documented nowhere. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private static final int KEYS_KEPT = 100;

  private final Loop loop;
  private final Applications applications;
  private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();

  /** Tokens of these applications. */
  public Tokens(Loop loop, Applications applications) {
    this.loop = loop;
    this.applications = applications;
  }

  /**
   * The application whose token a request shows.
   *
   * @throws dev.switchboard.sandbox.web.Refusal with 401 or 403, when there is no good one
   */
  public Application require(ApiRequest request) {
    ApiToken token = request.bearer().flatMap(ApiToken::decode).orElseThrow(Problems::unauthorized);
    Application application = token
        .applicationId()
        .flatMap(id -> loop.call(() -> applications.find(id)))
        .orElseThrow(Problems::unauthorized);
    PublicKey key = key(application.publicKey()).orElseThrow(Problems::unauthorized);
    Instant now = loop.now();
    if (token.refusal(key, now, SKEW).isPresent()) {
      throw token.expiresAt().filter(now::isAfter).isPresent()
          ? Problems.expired()
          : Problems.unauthorized();
    }
    Optional<Acl> acl = token.acl();
    if (acl.isPresent() && !acl.get().allows(request.method(), request.path())) {
      throw Problems.forbidden("The token's acl does not allow this.");
    }
    return application;
  }

  private Optional<PublicKey> key(String pem) {
    PublicKey known = keys.get(pem);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      PublicKey read = RsaKeys.publicKey(pem);
      if (keys.size() >= KEYS_KEPT) {
        keys.clear();
      }
      keys.put(pem, read);
      return Optional.of(read);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
