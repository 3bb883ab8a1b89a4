package dev.switchboard.webhooks.audio;

import java.util.Arrays;
import java.util.Objects;

/** The way into the call. Safe for use by many threads; without effect once the websocket has ended. */
public final class AudioLine {
  private static final int FRAMES_PER_SECOND = 50;
  private static final String CLEAR = "{\"action\":\"clear\"}";

  private final AudioSocket socket;
  private final AudioStart start;

  /** A line over a websocket that is open; whoever serves websockets makes it. */
  public AudioLine(AudioSocket socket, AudioStart start) {
    this.socket = Objects.requireNonNull(socket);
    this.start = Objects.requireNonNull(start);
  }

  /** What the platform said first. */
  public AudioStart start() {
    return start;
  }

  /** Bytes in the twenty milliseconds that the platform takes at a time: 320, 640 or 960. */
  public int frameLength() {
    return start.rate() / FRAMES_PER_SECOND * Short.BYTES;
  }

  /**
   * Speaks. The platform plays it as fast as a call goes, and keeps about twenty seconds; more than that is lost.
   *
   * @param sound samples of 16 bits, least byte first, at {@link AudioStart#rate}; of any length, since it is cut into pieces here, the
   *     last one filled up with silence
   */
  public void play(byte[] sound) {
    int length = frameLength();
    synchronized (socket) {
      for (int from = 0; from < sound.length; from += length) {
        socket.sendSound(Arrays.copyOfRange(sound, from, from + length));
      }
    }
  }

  /** Speaks a piece of sound, such as one that was heard. */
  public void play(AudioFrame frame) {
    play(frame.bytes());
  }

  /** Falls silent at once: what was spoken and not yet played is dropped, as when somebody interrupts. */
  public void clear() {
    socket.sendText(CLEAR);
  }

  /** Leaves the call: the platform reports {@code disconnected} and goes on with its NCCO. */
  public void hangUp() {
    socket.close(1000, "");
  }
}
