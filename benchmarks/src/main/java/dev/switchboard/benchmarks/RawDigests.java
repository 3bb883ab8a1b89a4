package dev.switchboard.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The floor below {@link HandVerify}: HMAC-SHA-256 over what is signed and SHA-256 over the body, nothing compared, with
 * primitives kept for one thread.
 */
final class RawDigests {
  private final Mac mac;
  private final MessageDigest sha;

  RawDigests(String secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      sha = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first byte of both, so that neither can be left out. */
  int digest(byte[] signed, byte[] body) {
    return mac.doFinal(signed)[0] + sha.digest(body)[0];
  }
}
