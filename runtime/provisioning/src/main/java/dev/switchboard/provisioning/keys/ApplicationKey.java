package dev.switchboard.provisioning.keys;

import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key pair of an application: its identity, since names are not unique and the platform shows a private key at most
 * once. Equal by fingerprint; never shown.
 */
public final class ApplicationKey {
  private static final int BITS = 2048;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private final RSAPrivateCrtKey privateKey;
  private final byte[] publicDer;
  private final String fingerprint;

  private ApplicationKey(RSAPrivateCrtKey privateKey, byte[] publicDer) {
    this.privateKey = privateKey;
    this.publicDer = publicDer;
    this.fingerprint = sha256(publicDer);
  }

  /** A new pair: RSA of 2048 bits. */
  public static ApplicationKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return of(generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform makes RSA keys", e);
    }
  }

  /**
   * Reads a private key: PEM, PKCS#8.
   *
   * @param pem the text, with anything before and after the key
   * @param source what to call it in an error, for instance a path
   * @throws ProvisioningException for anything but an unencrypted RSA key of at least 2048 bits; it quotes nothing
   */
  public static ApplicationKey fromPem(String pem, String source) {
    Matcher block = PEM.matcher(pem);
    if (!block.find()) {
      throw unusable(source, "is no PEM file");
    }
    if (!block.group(1).equals("PRIVATE KEY")) {
      throw unusable(source, "holds " + kind(block.group(1)));
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(2));
      return of(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Without the cause: what it says about the bytes of a private key helps nobody.
      throw unusable(source, "is no RSA key");
    }
  }

  private static String kind(String label) {
    return switch (label) {
      case "RSA PRIVATE KEY" -> "a key in the older PKCS#1 form";
      case "ENCRYPTED PRIVATE KEY" -> "an encrypted key";
      case "PUBLIC KEY" -> "a public key only";
      default -> "no private key";
    };
  }

  private static ProvisioningException unusable(String source, String why) {
    return new ProvisioningException(
        Failure.INVALID,
        "The private key in " + source + " cannot be used: it " + why + ".",
        "Put an RSA key of at least 2048 bits there, as unencrypted PKCS#8 PEM (openssl pkcs8 -topk8 -nocrypt).");
  }

  private static ApplicationKey of(PrivateKey key) throws GeneralSecurityException {
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      throw new GeneralSecurityException("without the public exponent the public key is unknown");
    }
    if (rsa.getModulus().bitLength() < BITS) {
      throw new GeneralSecurityException("too short");
    }
    return new ApplicationKey(rsa, publicDer(rsa.getModulus(), rsa.getPublicExponent()));
  }

  private static byte[] publicDer(BigInteger modulus, BigInteger exponent)
      throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(modulus, exponent))
        .getEncoded();
  }

  /**
   * The fingerprint of a public key as the platform writes it.
   *
   * @return SHA-256 of the DER form in lower-case hex; empty when the text is no PEM public key
   */
  public static Optional<String> fingerprintOf(String publicPem) {
    Matcher block = PEM.matcher(publicPem);
    if (!block.find() || !block.group(1).equals("PUBLIC KEY")) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(2));
      // Encoded again, so that one key has one fingerprint however it was written.
      return Optional.of(sha256(KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(der))
          .getEncoded()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** SHA-256 of the public key's DER form, lower-case hex: how an application is found again. */
  public String fingerprint() {
    return fingerprint;
  }

  /** What the platform gets: PEM, {@code BEGIN PUBLIC KEY}. */
  public String publicPem() {
    return pem("PUBLIC KEY", publicDer);
  }

  /** What only the key store gets: PEM, PKCS#8. */
  public String privatePem() {
    return pem("PRIVATE KEY", privateKey.getEncoded());
  }

  private static String pem(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** SHA-256 of a text's UTF-8 form, lower-case hex. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
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
