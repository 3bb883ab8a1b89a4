package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.web.ApiRequest.Credentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The account that everything belongs to.
 *
 * @param apiKey its public name
 * @param apiSecret what proves that a client is the account's owner
 * @param signatureSecret what webhooks are signed with
 * @param inboundUrl where inbound messages go that belong to no application
 * @param statusUrl where the statuses of messages go that were sent with the account's key
 */
public record Account(
    String apiKey,
    String apiSecret,
    String signatureSecret,
    Optional<URI> inboundUrl,
    Optional<URI> statusUrl) {

  /** Whether these are this account's credentials; compared in constant time. */
  public boolean accepts(Credentials credentials) {
    boolean key = same(apiKey, credentials.key());
    boolean secret = same(apiSecret, credentials.secret());
    return key && secret;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** The key alone. */
  @Override
  public String toString() {
    return "account " + apiKey;
  }
}
