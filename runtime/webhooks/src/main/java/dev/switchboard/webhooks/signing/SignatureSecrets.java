package dev.switchboard.webhooks.signing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The signature secrets of one or several accounts. The token's {@code api_key} selects; where several fit, as while a
 * secret is being replaced, each is tried. Immutable; {@link #toString} shows no secret.
 *
 * <p>A signature secret is neither the API secret nor the application's private key. The platform gives out secrets of less
 * than the 256 bits that RFC 7518 asks of HS256, so any length but zero is taken.
 */
public final class SignatureSecrets {
  private static final SignatureSecrets NONE = new SignatureSecrets(List.of(), Map.of());

  private final List<HmacKey> anyAccount;
  private final Map<String, List<HmacKey>> byAccount;

  private SignatureSecrets(List<HmacKey> anyAccount, Map<String, List<HmacKey>> byAccount) {
    this.anyAccount = anyAccount;
    this.byAccount = byAccount;
  }

  /** No secret at all: every signature is refused. */
  public static SignatureSecrets none() {
    return NONE;
  }

  /** One secret, whatever account a token names. */
  public static SignatureSecrets of(String secret) {
    return NONE.and(secret);
  }

  /** A further secret, for tokens of every account that has none of its own. */
  public SignatureSecrets and(String secret) {
    List<HmacKey> more = new ArrayList<>(anyAccount);
    more.add(HmacKey.of(secret));
    return new SignatureSecrets(List.copyOf(more), byAccount);
  }

  /** A secret of one account; a second one of the same account is tried after it. */
  public SignatureSecrets and(String apiKey, String secret) {
    Map<String, List<HmacKey>> more = new LinkedHashMap<>(byAccount);
    List<HmacKey> keys = new ArrayList<>(more.getOrDefault(apiKey, List.of()));
    keys.add(HmacKey.of(secret));
    more.put(apiKey, List.copyOf(keys));
    return new SignatureSecrets(anyAccount, more);
  }

  /** Whether there is no secret. */
  public boolean isEmpty() {
    return anyAccount.isEmpty() && byAccount.isEmpty();
  }

  /** What a token of this account may be signed with. */
  List<HmacKey> candidates(@Nullable String apiKey) {
    List<HmacKey> own = apiKey == null ? null : byAccount.get(apiKey);
    return own == null ? anyAccount : own;
  }

  @Override
  public String toString() {
    int count =
        anyAccount.size() + byAccount.values().stream().mapToInt(List::size).sum();
    return count + (count == 1 ? " signature secret" : " signature secrets");
  }
}
