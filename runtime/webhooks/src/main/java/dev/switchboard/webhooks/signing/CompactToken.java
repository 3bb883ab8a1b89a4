package dev.switchboard.webhooks.signing;

import dev.switchboard.webhooks.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A JSON Web Token in its compact form: header, claims and signature, with dots between. */
final class CompactToken {
  /** Longer than any token either side makes, and short enough to be read without a thought. */
  private static final int MAX_LENGTH = 16 * 1024;

  /** The two usual spellings of a header with HS256 and JWT in it, as they stand in a token: known by their bytes, they need no reading. */
  private static final byte[] HS256 = usual("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  private static final byte[] TYPE_FIRST = usual("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");

  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final byte[] text;
  private final int firstDot;
  private final int secondDot;

  private CompactToken(byte[] text, int firstDot, int secondDot) {
    this.text = text;
    this.firstDot = firstDot;
    this.secondDot = secondDot;
  }

  /** Splits a token; empty where it has not three parts or is absurdly long. */
  static Optional<CompactToken> split(String token) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first <= 0
        || second < 0
        || token.indexOf('.', second + 1) >= 0
        || token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    // Latin-1 keeps one byte a character: what is not base64url is refused when the part is decoded
    // or compared.
    return Optional.of(
        new CompactToken(token.getBytes(StandardCharsets.ISO_8859_1), first, second));
  }

  /** Header and claims with the dot between, ready to be signed. */
  static String unsigned(String header, Json claims) {
    return encode(header.getBytes(StandardCharsets.UTF_8))
        + '.'
        + encode(claims.write().getBytes(StandardCharsets.UTF_8));
  }

  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** The header. */
  Json header() {
    return json(0, firstDot);
  }

  /**
   * Whether the header's algorithm is HS256.
   *
   * @throws RuntimeException where there is no such header
   */
  boolean isHs256() {
    return startsWith(HS256)
        || startsWith(TYPE_FIRST)
        || header().text("alg").orElse("").equals("HS256");
  }

  private boolean startsWith(byte[] header) {
    return firstDot == header.length && Arrays.equals(text, 0, firstDot, header, 0, header.length);
  }

  private static byte[] usual(String header) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encode(header.getBytes(StandardCharsets.US_ASCII));
  }

  /** The claims. */
  Json claims() {
    return json(firstDot + 1, secondDot);
  }

  /** The token's bytes; the first {@link #signedLength} of them are what is signed. */
  byte[] text() {
    return text;
  }

  int signedLength() {
    return secondDot;
  }

  /** The signature as it stands there, still encoded: two encodings of the same bytes are two signatures. */
  byte[] signature() {
    return Arrays.copyOfRange(text, secondDot + 1, text.length);
  }

  private Json json(int from, int to) {
    byte[] part = Arrays.copyOfRange(text, from, to);
    return Json.parse(DECODER.decode(part));
  }
}
