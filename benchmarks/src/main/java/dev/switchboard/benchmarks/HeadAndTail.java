package dev.switchboard.benchmarks;

import java.nio.charset.StandardCharsets;

/**
 * Lower bound of answering with an NCCO that varies in one place: its bytes before and after that place are ready, and the
 * caller's number goes between. It can escape nothing, so it takes digits only.
 */
final class HeadAndTail {
  private static final byte[] HEAD =
      "[{\"action\":\"talk\",\"text\":\"Hello ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAIL =
      (".\"},{\"action\":\"stream\",\"streamUrl\":[\"https://example.com/music.mp3\"]},"
              + "{\"action\":\"connect\",\"endpoint\":[{\"type\":\"phone\",\"number\":\"447700900001\"}]}]")
          .getBytes(StandardCharsets.US_ASCII);

  private HeadAndTail() {}

  static byte[] write(String caller) {
    byte[] bytes = new byte[HEAD.length + caller.length() + TAIL.length];
    System.arraycopy(HEAD, 0, bytes, 0, HEAD.length);
    for (int i = 0; i < caller.length(); i++) {
      char digit = caller.charAt(i);
      if (digit < '0' || digit > '9') {
        throw new IllegalArgumentException("not a number");
      }
      bytes[HEAD.length + i] = (byte) digit;
    }
    System.arraycopy(TAIL, 0, bytes, HEAD.length + caller.length(), TAIL.length);
    return bytes;
  }
}
