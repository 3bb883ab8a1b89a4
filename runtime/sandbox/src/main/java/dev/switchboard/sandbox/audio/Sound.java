package dev.switchboard.sandbox.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound of one channel, in samples of 16 bits, least byte first. Immutable. */
public final class Sound {
  /** What a websocket carries at a time. */
  public static final Duration FRAME = Duration.ofMillis(20);

  private static final int FRAMES_PER_SECOND = 50;

  private final int rate;
  private final byte[] pcm;

  private Sound(int rate, byte[] pcm) {
    this.rate = rate;
    this.pcm = pcm;
  }

  /**
   * Sound of those samples, which are copied.
   *
   * @param rate samples in a second, such as 8000, 16000 or 24000
   */
  public static Sound of(int rate, byte[] pcm) {
    if (rate < FRAMES_PER_SECOND || pcm.length % Short.BYTES != 0) {
      throw new IllegalArgumentException("sound is of 16-bit samples, at " + FRAMES_PER_SECOND
          + " or more a second; not " + pcm.length + " bytes at " + rate);
    }
    return new Sound(rate, pcm.clone());
  }

  /** A tone, for a test that only has to know it again. */
  public static Sound tone(int rate, double hertz, Duration time) {
    byte[] pcm = new byte[(int) (time.toMillis() * rate / 1000) * Short.BYTES];
    for (int i = 0; i < pcm.length / Short.BYTES; i++) {
      int sample = (int) (8_000 * Math.sin(2 * Math.PI * hertz * i / rate));
      pcm[2 * i] = (byte) sample;
      pcm[2 * i + 1] = (byte) (sample >> Byte.SIZE);
    }
    return new Sound(rate, pcm);
  }

  /**
   * The sound in a wav file, whatever its rate and channels.
   *
   * @throws UncheckedIOException when it cannot be read
   * @throws IllegalArgumentException when it is no sound that this JDK knows
   */
  public static Sound read(Path wav) {
    try {
      return read(Files.readAllBytes(wav));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(wav + " cannot be read", unreadable);
    }
  }

  /**
   * The sound in the bytes of a wav file.
   *
   * @throws IllegalArgumentException when it is no sound that this JDK knows
   */
  public static Sound read(byte[] wav) {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      int rate = (int) in.getFormat().getSampleRate();
      return new Sound(rate, converted(in, rate));
    } catch (UnsupportedAudioFileException | IOException unknown) {
      throw new IllegalArgumentException("the file is no wav file", unknown);
    }
  }

  /** The same at another rate. */
  public Sound at(int other) {
    if (other == rate) {
      return this;
    }
    try (AudioInputStream in = stream()) {
      return new Sound(other, converted(in, other));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] converted(AudioInputStream in, int rate) throws IOException {
    try (AudioInputStream out = AudioSystem.getAudioInputStream(format(rate), in)) {
      return out.readAllBytes();
    }
  }

  private static AudioFormat format(int rate) {
    return new AudioFormat(rate, Short.SIZE, 1, true, false);
  }

  private AudioInputStream stream() {
    InputStream bytes = new ByteArrayInputStream(pcm);
    return new AudioInputStream(bytes, format(rate), pcm.length / Short.BYTES);
  }

  /** Samples in a second. */
  public int rate() {
    return rate;
  }

  /** A copy of the samples. */
  public byte[] pcm() {
    return pcm.clone();
  }

  /** How long it takes. */
  public Duration duration() {
    return Duration.ofNanos(1_000_000_000L * (pcm.length / Short.BYTES) / rate);
  }

  /** How many pieces of twenty milliseconds it has; the last may be shorter. */
  public int frames() {
    return (pcm.length + frameLength() - 1) / frameLength();
  }

  /** One of these pieces, the last filled up with silence. */
  public byte[] frame(int index) {
    return Arrays.copyOfRange(pcm, index * frameLength(), (index + 1) * frameLength());
  }

  private int frameLength() {
    return rate / FRAMES_PER_SECOND * Short.BYTES;
  }

  /** This, and then more. */
  public Sound then(Sound more) {
    byte[] rest = more.at(rate).pcm;
    byte[] both = Arrays.copyOf(pcm, pcm.length + rest.length);
    System.arraycopy(rest, 0, both, pcm.length, rest.length);
    return new Sound(rate, both);
  }

  /** As the bytes of a wav file. */
  public byte[] toWav() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AudioInputStream in = stream()) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /**
   * Writes a wav file.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public void write(Path wav) {
    try {
      Files.write(wav, toWav());
    } catch (IOException failed) {
      throw new UncheckedIOException(wav + " cannot be written", failed);
    }
  }

  /** Length and rate. */
  @Override
  public String toString() {
    return duration().toMillis() / 1000.0 + " s of sound at " + rate + " Hz";
  }
}
