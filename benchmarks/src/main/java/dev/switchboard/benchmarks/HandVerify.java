package dev.switchboard.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lower bound of verifying: the signature and the payload hash checked by hand, with primitives kept for one thread and the
 * hash found by searching the claims' text. No freshness, no choice of secret, no replay guard.
 */
final class HandVerify {
  private final Mac mac;
  private final MessageDigest sha;

  HandVerify(String secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      sha = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean verify(String token, byte[] body) {
    int first = token.indexOf('.');
    int last = token.lastIndexOf('.');
    byte[] signed = token.substring(0, last).getBytes(StandardCharsets.ISO_8859_1);
    byte[] given = Base64.getUrlDecoder().decode(token.substring(last + 1));
    if (!MessageDigest.isEqual(mac.doFinal(signed), given)) {
      return false;
    }
    String claims = new String(
        Base64.getUrlDecoder().decode(token.substring(first + 1, last)), StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(sha.digest(body));
    return claims.contains("\"payload_hash\":\"" + hash + "\"");
  }
}
