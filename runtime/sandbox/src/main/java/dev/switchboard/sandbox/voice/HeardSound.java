package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.audio.Sound;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;

/** The sound that a leg has heard from websockets, bounded. Used from the loop alone. */
final class HeardSound {
  private static final int TELEPHONE = 8_000;

  /** About two minutes at 16 kHz; what comes after is not kept. */
  private static final int MOST_BYTES = 4 << 20;

  private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();
  private int rate;

  void add(Sound more) {
    if (pcm.size() == 0) {
      rate = more.rate();
    }
    byte[] bytes = more.at(rate).pcm();
    if (pcm.size() + bytes.length <= MOST_BYTES) {
      pcm.writeBytes(bytes);
    }
  }

  void dropLast(Duration time) {
    long samples = time.toMillis() * rate / 1000;
    byte[] all = pcm.toByteArray();
    pcm.reset();
    pcm.writeBytes(Arrays.copyOf(all, (int) Math.max(0, all.length - samples * Short.BYTES)));
  }

  /** All of it so far. */
  Sound sound() {
    return Sound.of(pcm.size() == 0 ? TELEPHONE : rate, pcm.toByteArray());
  }

  Duration duration() {
    return pcm.size() == 0
        ? Duration.ZERO
        : Duration.ofNanos(1_000_000_000L * (pcm.size() / Short.BYTES) / rate);
  }

  /** Frees what it holds. */
  void forget() {
    pcm.reset();
  }
}
