package dev.switchboard.webhooks.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * RSA keys as PEM text: the form the platform takes and gives. No exception holds a part of a key.
 */
public final class RsaKeys {
  private static final int BITS = 2048;
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
  /** What PKCS#8 puts around a PKCS#1 key, between the two lengths: version 0, rsaEncryption, octet string. */
  private static final byte[] PKCS8_INNER =
      HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private RsaKeys() {}

  /** A new pair of 2048 bits, which is what the platform makes. */
  public static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot make RSA keys.", e);
    }
  }

  /**
   * Reads a private key: PKCS#8 ({@code BEGIN PRIVATE KEY}), as the platform gives it, or PKCS#1 ({@code BEGIN RSA PRIVATE
   * KEY}), as older tools wrote it.
   *
   * @throws IllegalArgumentException where the text is no such key
   */
  public static PrivateKey privateKey(String pem) {
    byte[] der = pem.contains("-----BEGIN RSA PRIVATE KEY-----")
        ? pkcs8(body(pem, "RSA PRIVATE KEY"))
        : body(pem, "PRIVATE KEY");
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException(
          "The text says that it is a private key, but holds no RSA key.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no RSA.", e);
    }
  }

  /**
   * Reads a public key ({@code BEGIN PUBLIC KEY}).
   *
   * @throws IllegalArgumentException where the text is no such key
   */
  public static PublicKey publicKey(String pem) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(body(pem, "PUBLIC KEY")));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException(
          "The text says that it is a public key, but holds no RSA key.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no RSA.", e);
    }
  }

  /** The public half of a private key. */
  public static PublicKey publicKey(PrivateKey key) {
    if (key instanceof RSAPrivateCrtKey crt) {
      try {
        return KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(crt.getModulus(), crt.getPublicExponent()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This Java has no RSA.", e);
      }
    }
    throw new IllegalArgumentException("The private key does not hold its public half.");
  }

  /** A private key as PEM, PKCS#8, with a line end at its end. */
  public static String pem(PrivateKey key) {
    return pem("PRIVATE KEY", key);
  }

  /** A public key as PEM, with a line end at its end. */
  public static String pem(PublicKey key) {
    return pem("PUBLIC KEY", key);
  }

  /** SHA-256 of the public key's DER form in lower-case hex: the same for every spelling of the same key. */
  public static String fingerprint(PublicKey key) {
    return PayloadHash.of(key.getEncoded());
  }

  /**
   * Reads a private key from a file.
   *
   * @throws IOException where the file cannot be read
   * @throws IllegalArgumentException where it holds no private key
   */
  public static PrivateKey readPrivateKey(Path file) throws IOException {
    try {
      return privateKey(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes a private key to a new file that its owner alone may read (mode 0600, where the file system knows modes), from its
   * first byte on.
   *
   * @throws java.nio.file.FileAlreadyExistsException where there is such a file: a key is never overwritten
   * @throws IOException where it cannot be written
   */
  public static void write(Path file, PrivateKey key) throws IOException {
    FileAttribute<?>[] mode = file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
    try (var channel = Files.newByteChannel(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      var bytes = StandardCharsets.US_ASCII.encode(pem(key));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static String pem(String label, Key key) {
    return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(key.getEncoded())
        + "\n-----END " + label + "-----\n";
  }

  private static byte[] body(String pem, String label) {
    String begin = "-----BEGIN " + label + "-----";
    int start = pem.indexOf(begin);
    int end = pem.indexOf("-----END " + label + "-----");
    if (start < 0 || end < start + begin.length()) {
      throw new IllegalArgumentException("There is no \"" + begin + "\" with its end in the text.");
    }
    try {
      return Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("What stands after \"" + begin + "\" is not base64.");
    }
  }

  private static byte[] pkcs8(byte[] pkcs1) {
    byte[] octets = der(0x04, pkcs1);
    byte[] inner = new byte[PKCS8_INNER.length + octets.length];
    System.arraycopy(PKCS8_INNER, 0, inner, 0, PKCS8_INNER.length);
    System.arraycopy(octets, 0, inner, PKCS8_INNER.length, octets.length);
    return der(0x30, inner);
  }

  private static byte[] der(int tag, byte[] content) {
    int length = content.length;
    byte[] head = length < 0x80
        ? new byte[] {(byte) tag, (byte) length}
        : length < 0x100
            ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    byte[] whole = new byte[head.length + length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(content, 0, whole, head.length, length);
    return whole;
  }
}
