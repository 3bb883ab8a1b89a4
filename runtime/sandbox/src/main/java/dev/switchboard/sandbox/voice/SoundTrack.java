package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.audio.Sound;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The sound of a recording: who made it, and when. Used from the loop alone. */
final class SoundTrack {
  /** Samples in a second of the file. */
  static final int RATE = 8_000;

  /** What is longer is cut: hours of sound would only fill memory. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  private final List<Run> runs = new ArrayList<>();

  /** Sound of one leg without a gap. */
  private record Run(Leg leg, Duration start, int rate, ByteArrayOutputStream pcm) {
    Duration end() {
      return start.plusNanos(1_000_000_000L * (pcm.size() / Short.BYTES) / rate);
    }

    boolean goesOnWith(Leg other, Duration at, int otherRate) {
      return leg == other && rate == otherRate && end().equals(at);
    }

    /** What of it comes before a moment. */
    Run until(Duration moment) {
      long samples = Math.max(0, moment.minus(start).toNanos() * rate / 1_000_000_000L);
      byte[] all = pcm.toByteArray();
      ByteArrayOutputStream rest = new ByteArrayOutputStream();
      rest.write(all, 0, (int) Math.min(all.length, samples * Short.BYTES));
      return new Run(leg, start, rate, rest);
    }
  }

  /**
   * A leg makes sound.
   *
   * @param at when it begins, counted from the start of the recording
   */
  void add(Leg leg, Duration at, Sound sound) {
    if (at.isNegative() || at.compareTo(LONGEST) >= 0) {
      return;
    }
    for (int i = runs.size() - 1; i >= 0; i--) {
      Run run = runs.get(i);
      if (run.goesOnWith(leg, at, sound.rate())) {
        run.pcm().writeBytes(sound.pcm());
        return;
      }
    }
    ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    pcm.writeBytes(sound.pcm());
    runs.add(new Run(leg, at, sound.rate(), pcm));
  }

  /** What a leg was to be heard with from that moment on is not heard. */
  void drop(Leg leg, Duration from) {
    runs.replaceAll(
        run -> run.leg() == leg && run.end().compareTo(from) > 0 ? run.until(from) : run);
    runs.removeIf(run -> run.pcm().size() == 0);
  }

  /** All of it at once, as samples of one channel; empty where nobody made any sound. */
  byte[] mixed(Duration time) {
    if (runs.isEmpty()) {
      return new byte[0];
    }
    byte[] mixed = new byte[size(time)];
    ShortBuffer samples = samples(mixed);
    for (Run run : runs) {
      ShortBuffer own =
          samples(Sound.of(run.rate(), run.pcm().toByteArray()).at(RATE).pcm());
      int first = (int) (run.start().toMillis() * RATE / 1000);
      for (int i = 0; i < own.limit() && first + i < samples.limit(); i++) {
        int sum = samples.get(first + i) + own.get(i);
        samples.put(first + i, (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum)));
      }
    }
    return mixed;
  }

  /** How many bytes of samples the file of a recording of that length has. */
  static int size(Duration time) {
    long millis = Math.min(time.toMillis(), LONGEST.toMillis());
    return (int) (millis * RATE / 1000) * Short.BYTES;
  }

  private static ShortBuffer samples(byte[] pcm) {
    return ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
  }
}
