package dev.switchboard.webhooks.signing;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The claim {@code payload_hash}: SHA-256 in lower-case hex over what the request says. For POST that is the body byte for
 * byte. For GET it is a minified JSON object of the query's parameters in the order they appear, every value a string after
 * unescaping; of a repeated name the last counts, an empty value stays, and the parameters of the signed URL itself are part
 * of it. (How the platform treats the last three is documented nowhere; this is the reading the domain notes suggest.)
 */
final class PayloadHash {
  private static final MessageDigest PROTOTYPE = sha256();
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** A clone that nobody uses now; see {@link HmacKey}. */
  private static final AtomicReference<@Nullable MessageDigest> IDLE = new AtomicReference<>();

  private PayloadHash() {}

  static String of(WebhookRequest request) {
    return of(payload(request));
  }

  /** Whether this is the hash of the request, in constant time. */
  static boolean matches(WebhookRequest request, String claimed) {
    byte[] digest = digest(payload(request));
    byte[] hex = new byte[2 * digest.length]; // compared as bytes: nobody needs the text
    for (int i = 0; i < digest.length; i++) {
      hex[2 * i] = HEX[(digest[i] >> 4) & 0xF];
      hex[2 * i + 1] = HEX[digest[i] & 0xF];
    }
    return MessageDigest.isEqual(claimed.getBytes(StandardCharsets.UTF_8), hex);
  }

  private static byte[] payload(WebhookRequest request) {
    return request.method().equals("POST") ? request.body() : canonical(request.parameters());
  }

  static String of(byte[] payload) {
    return HexFormat.of().formatHex(digest(payload));
  }

  static byte[] digest(byte[] payload) {
    MessageDigest taken = IDLE.getAndSet(null);
    MessageDigest sha = taken == null ? another() : taken;
    byte[] digest = sha.digest(payload);
    IDLE.set(sha);
    return digest;
  }

  private static MessageDigest another() {
    try {
      return (MessageDigest) PROTOTYPE.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The SHA-256 of this Java's provider cannot be cloned.", e);
    }
  }

  private static byte[] canonical(Map<String, String> parameters) {
    Object[] members = new Object[parameters.size() * 2];
    int i = 0;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      members[i++] = parameter.getKey();
      members[i++] = parameter.getValue();
    }
    return Json.object(members).write().getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }
}
