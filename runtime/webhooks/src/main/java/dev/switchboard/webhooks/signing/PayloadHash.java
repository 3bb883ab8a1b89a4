package dev.switchboard.webhooks.signing;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The claim {@code payload_hash}: SHA-256 in lower-case hex over what the request says. For POST that is the body byte for
 * byte. For GET it is a minified JSON object of the query's parameters in the order they appear, every value a string after
 * unescaping; of a repeated name the last counts, an empty value stays, and the parameters of the signed URL itself are part
 * of it. (How the platform treats the last three is documented nowhere; this is the reading the domain notes suggest.)
 */
final class PayloadHash {
  private static final MessageDigest PROTOTYPE = sha256();

  private PayloadHash() {}

  static String of(WebhookRequest request) {
    return of(request.method().equals("POST") ? request.body() : canonical(request.parameters()));
  }

  static String of(byte[] payload) {
    return HexFormat.of().formatHex(digest(payload));
  }

  static byte[] digest(byte[] payload) {
    try {
      return ((MessageDigest) PROTOTYPE.clone()).digest(payload);
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
