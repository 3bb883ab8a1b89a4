package dev.switchboard.webhooks.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret, ready to sign with HMAC-SHA-256. Safe for use by many threads. */
final class HmacKey {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  // Never used to sign, only cloned: a clone skips the provider look-up and the key schedule, which
  // cost as much as
  // signing a short token does.
  private final Mac prototype;

  private HmacKey(Mac prototype) {
    this.prototype = prototype;
  }

  static HmacKey of(String secret) {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("A signature secret is empty.");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return new HmacKey(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256.", e);
    }
  }

  /** The signature of the first {@code length} bytes, as it stands in a token. */
  byte[] sign(byte[] text, int length) {
    Mac mac;
    try {
      mac = (Mac) prototype.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(
          "The HmacSHA256 of this Java's provider cannot be cloned.", e);
    }
    mac.update(text, 0, length);
    return BASE64URL.encode(mac.doFinal());
  }
}
