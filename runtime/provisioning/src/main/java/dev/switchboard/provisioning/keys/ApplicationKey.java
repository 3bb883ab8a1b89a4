package dev.switchboard.provisioning.keys;

import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The key pair of an application: its identity, since names are not unique and the platform shows a private key at most
 * once. Equal by fingerprint; never shown.
 */
public final class ApplicationKey {
  private static final int BITS = 2048;

  private final PrivateKey privateKey;
  private final PublicKey publicKey;
  private final String fingerprint;

  private ApplicationKey(PrivateKey privateKey, PublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.fingerprint = RsaKeys.fingerprint(publicKey);
  }

  /** A new pair: RSA of 2048 bits. */
  public static ApplicationKey generate() {
    KeyPair pair = RsaKeys.generate();
    return new ApplicationKey(pair.getPrivate(), pair.getPublic());
  }

  /**
   * Reads a private key: PEM, PKCS#8 or the older PKCS#1.
   *
   * @param pem the text, with anything before and after the key
   * @param source what to call it in an error, for instance a path
   * @throws ProvisioningException for anything but an unencrypted RSA key of at least 2048 bits; it quotes nothing
   */
  public static ApplicationKey fromPem(String pem, String source) {
    PrivateKey key;
    PublicKey publicHalf;
    try {
      key = RsaKeys.privateKey(pem);
      publicHalf = RsaKeys.publicKey(key);
    } catch (IllegalArgumentException e) {
      // Without the cause: what it says about the bytes of a private key helps nobody.
      throw unusable(source, reason(pem));
    }
    if (((RSAPublicKey) publicHalf).getModulus().bitLength() < BITS) {
      throw unusable(source, "is shorter than " + BITS + " bits");
    }
    return new ApplicationKey(key, publicHalf);
  }

  private static String reason(String pem) {
    if (pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
      return "is encrypted";
    }
    if (!pem.contains("-----BEGIN ")) {
      return "is no PEM file";
    }
    return pem.contains("PRIVATE KEY-----") ? "is no RSA key" : "holds no private key";
  }

  private static ProvisioningException unusable(String source, String why) {
    return new ProvisioningException(
        Failure.INVALID,
        "The private key in " + source + " cannot be used: it " + why + ".",
        "Put an RSA key of at least 2048 bits there, as unencrypted PKCS#8 PEM (openssl pkcs8 -topk8 -nocrypt).");
  }

  /**
   * The fingerprint of a public key as the platform writes it.
   *
   * @return SHA-256 of the DER form in lower-case hex; empty when the text is no PEM public key
   */
  public static Optional<String> fingerprintOf(String publicPem) {
    try {
      return Optional.of(RsaKeys.fingerprint(RsaKeys.publicKey(publicPem)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** SHA-256 of the public key's DER form, lower-case hex: how an application is found again. */
  public String fingerprint() {
    return fingerprint;
  }

  /** What the platform gets: PEM, {@code BEGIN PUBLIC KEY}. */
  public String publicPem() {
    return RsaKeys.pem(publicKey);
  }

  /** What only the key store gets: PEM, PKCS#8. */
  public String privatePem() {
    return RsaKeys.pem(privateKey);
  }

  /** SHA-256 of a text's UTF-8 form, lower-case hex. */
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApplicationKey key && fingerprint.equals(key.fingerprint);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fingerprint);
  }

  /** The fingerprint only. */
  @Override
  public String toString() {
    return "key " + fingerprint.substring(0, 12);
  }
}
