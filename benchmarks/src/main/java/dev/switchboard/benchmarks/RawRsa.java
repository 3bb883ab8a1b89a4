package dev.switchboard.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Lower bound of minting: the raw RSA signature over as many bytes. */
final class RawRsa {
  static final byte[] INPUT = "x".repeat(250).getBytes(StandardCharsets.US_ASCII);

  private final PrivateKey key;

  RawRsa(PrivateKey key) {
    this.key = key;
  }

  byte[] sign() {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(INPUT);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
