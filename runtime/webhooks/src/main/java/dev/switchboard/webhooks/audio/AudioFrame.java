package dev.switchboard.webhooks.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A piece of sound as it came: samples of 16 bits, least byte first, one channel; usually twenty milliseconds. Immutable. */
public final class AudioFrame {
  private final byte[] bytes;

  private AudioFrame(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Sound of that many bytes, which are copied. */
  public static AudioFrame of(byte[] bytes) {
    return new AudioFrame(bytes.clone());
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The samples, -32768 to 32767. */
  public short[] samples() {
    short[] samples = new short[bytes.length / Short.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  /** Number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** The number of bytes; never the sound. */
  @Override
  public String toString() {
    return bytes.length + " bytes of sound";
  }
}
