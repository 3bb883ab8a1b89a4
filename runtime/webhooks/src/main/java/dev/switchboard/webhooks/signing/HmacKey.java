package dev.switchboard.webhooks.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A secret, ready to sign with HMAC-SHA-256. Safe for use by many threads. */
final class HmacKey {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  // Never used to sign, only cloned: a clone skips the provider look-up and the key schedule, which
  // cost as much as signing a short token.
  private final Mac prototype;

  // A clone that nobody uses now. Whoever takes it out has it alone, and puts it back only when its
  // signature is done, which leaves
  // nothing of the text in it; a thread that finds none makes another, which is forgotten.
  private final AtomicReference<@Nullable Mac> idle = new AtomicReference<>();

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
    Mac taken = idle.getAndSet(null);
    Mac mac = taken == null ? another() : taken;
    mac.update(text, 0, length);
    byte[] signature = mac.doFinal();
    idle.set(mac);
    return BASE64URL.encode(signature);
  }

  private Mac another() {
    try {
      return (Mac) prototype.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(
          "The HmacSHA256 of this Java's provider cannot be cloned.", e);
    }
  }
}
