package dev.switchboard.webhooks.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signatures of account-level SMS, older than signed webhooks and used for nothing else: a parameter {@code sig} over all
 * the others, in their order by name.
 */
public enum SmsSignature {
  /** The plain hash of the parameters followed by the secret. */
  MD5_HASH("MD5"),
  /** HMAC with MD5. */
  HMAC_MD5("HmacMD5"),
  /** HMAC with SHA-1. */
  HMAC_SHA1("HmacSHA1"),
  /** HMAC with SHA-256. */
  HMAC_SHA256("HmacSHA256"),
  /** HMAC with SHA-512. */
  HMAC_SHA512("HmacSHA512");

  private static final Duration FRESHNESS = Duration.ofMinutes(5);

  private final String algorithm;

  SmsSignature(String algorithm) {
    this.algorithm = algorithm;
  }

  /**
   * The value of {@code sig} in lower-case hex.
   *
   * @param parameters all of the request; a {@code sig} among them and empty values are left out
   */
  public String sign(Map<String, String> parameters, String secret) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(parameters).forEach((name, value) -> {
      if (!name.equals("sig") && !value.isEmpty()) {
        text.append('&').append(escape(name)).append('=').append(escape(value));
      }
    });
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    try {
      if (this == MD5_HASH) {
        byte[] bytes = text.append(secret).toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
      }
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return HexFormat.of()
          .formatHex(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + algorithm + ".", e);
    }
  }

  /**
   * Whether a request was signed with the secret, and within five minutes of {@code now} in either direction, by its
   * parameter {@code timestamp}. The signature may be in either case.
   */
  public boolean verify(Map<String, String> parameters, String secret, Instant now) {
    String signature = parameters.getOrDefault("sig", "").toLowerCase(Locale.ROOT);
    byte[] wanted = sign(parameters, secret).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8))
        && fresh(parameters.getOrDefault("timestamp", ""), now);
  }

  private static boolean fresh(String timestamp, Instant now) {
    try {
      long age = Math.abs(Math.subtractExact(now.getEpochSecond(), Long.parseLong(timestamp)));
      return age <= FRESHNESS.toSeconds();
    } catch (NumberFormatException | ArithmeticException e) {
      return false;
    }
  }

  private static String escape(String text) {
    return text.replace('&', '_').replace('=', '_');
  }
}
