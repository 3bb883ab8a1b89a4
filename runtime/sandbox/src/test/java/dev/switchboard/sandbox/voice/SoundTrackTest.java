package dev.switchboard.sandbox.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.audio.Sound;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Who is heard in a recording, when, and how loud where several are. */
class SoundTrackTest {
  private static final Duration FRAME = Sound.FRAME;

  private final SoundTrack track = new SoundTrack();
  private final Leg ann = leg("447700900001");
  private final Leg app = leg("ws://app.example/agent");

  private static Leg leg(String to) {
    String id = Leg.newId();
    TranscriptLog log = new TranscriptLog("a call", Clock.systemUTC());
    return new Leg(id, "app", "outbound", "1", to, Json.object(), new Conversation(), log, id);
  }

  /** A frame of one loudness. */
  private static Sound frame(int rate, int loudness) {
    ByteBuffer pcm = ByteBuffer.allocate(rate / 50 * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (pcm.hasRemaining()) {
      pcm.putShort((short) loudness);
    }
    return Sound.of(rate, pcm.array());
  }

  /** The loudness in the middle of each frame. */
  private int[] loudness(int frames) {
    byte[] mixed = track.mixed(FRAME.multipliedBy(frames));
    assertThat(mixed).hasSize(frames * 320);
    ByteBuffer samples = ByteBuffer.wrap(mixed).order(ByteOrder.LITTLE_ENDIAN);
    int[] loudness = new int[frames];
    Arrays.setAll(loudness, i -> samples.getShort(i * 320 + 160));
    return loudness;
  }

  @Test
  void whatIsSaidAtTheSameTimeIsHeardTogether() {
    track.add(ann, FRAME, frame(8_000, 100));
    track.add(ann, FRAME.multipliedBy(2), frame(8_000, 200));
    track.add(app, FRAME.multipliedBy(2), frame(16_000, 1_000));
    track.add(app, FRAME.multipliedBy(4), frame(16_000, 3_000));
    assertThat(loudness(6)).containsExactly(0, 100, 1_200, 0, 3_000, 0);
  }

  @Test
  void tooLoudIsAsLoudAsCanBe() {
    track.add(ann, Duration.ZERO, frame(8_000, 30_000));
    track.add(app, Duration.ZERO, frame(8_000, 30_000));
    assertThat(loudness(1)).containsExactly(32_767);
  }

  @Test
  void whatIsDroppedOrComesAfterTheEndIsNotHeard() {
    track.add(ann, Duration.ZERO, frame(8_000, 1));
    for (int i = 0; i < 5; i++) {
      track.add(app, FRAME.multipliedBy(i), frame(8_000, 10));
    }
    track.drop(app, FRAME.multipliedBy(2));
    assertThat(loudness(4)).containsExactly(11, 10, 0, 0);
    assertThat(loudness(1)).containsExactly(11);
  }

  @Test
  void silenceTakesNoRoomAndWhatIsTooLongIsCut() {
    assertThat(track.mixed(Duration.ofHours(1))).isEmpty();
    track.add(ann, SoundTrack.LONGEST, frame(8_000, 1));
    assertThat(track.mixed(Duration.ofHours(1))).isEmpty();
    assertThat(SoundTrack.size(Duration.ofHours(1))).isEqualTo(120 * 16_000);
  }
}
