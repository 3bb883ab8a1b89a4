package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.audio.Sound;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Recordings: the sound of websockets and of whoever spoke to them, and silence where only words are known. Used from the loop alone. */
public final class Recordings {
  private static final String KIND = "recording";
  private static final int REMEMBERED = 1_000;

  /** Of so many the sound is still there; of older ones it is silence. */
  private static final int WITH_SOUND = 50;

  private static final int HEADER = 44;

  private final Map<String, File> byId = new LinkedHashMap<>();
  private final Queue<String> withSound = new ArrayDeque<>();

  private final Store store;

  Recordings(Store store) {
    this.store = store;
    for (Json each : store.load(KIND)) {
      String id = each.required("id");
      File file = File.of(each);
      byId.put(id, file);
      if (file.hasSound()) {
        withSound.add(id);
      }
    }
  }

  /** @param sound its samples; empty where it is silence */
  void keep(String id, String applicationId, Duration time, List<Said> said, byte[] sound) {
    put(id, new File(applicationId, time, List.copyOf(said), sound));
    if (sound.length > 0) {
      withSound.add(id);
    }
    if (withSound.size() > WITH_SOUND) {
      String oldest = withSound.remove();
      File file = byId.get(oldest);
      if (file != null) {
        put(oldest, file.silent());
      }
    }
    if (byId.size() > REMEMBERED) {
      String oldest = byId.keySet().iterator().next();
      byId.remove(oldest);
      store.remove(KIND, oldest);
    }
  }

  private void put(String id, File file) {
    byId.put(id, file);
    store.put(KIND, id, () -> file.toJson(id));
  }

  /** The application whose token a recording needs. */
  public Optional<String> application(String id) {
    return Optional.ofNullable(byId.get(id)).map(File::applicationId);
  }

  /** The wav file: mono, 16 bits, 8 kHz. */
  public Optional<byte[]> wav(String id) {
    return Optional.ofNullable(byId.get(id)).map(File::wav);
  }

  /** What was said while it ran: one channel, one entry a sentence. */
  Optional<Json> transcription(String id) {
    return Optional.ofNullable(byId.get(id))
        .map(file -> Json.object(
            "ver",
            "1.0.2",
            "request_id",
            id,
            "channels",
            Json.array(List.of(Json.object(
                "duration",
                Times.seconds(file.time()),
                "transcript",
                Json.array(file.said().stream().map(Said::toJson).toList()))))));
  }

  /** How many bytes the file of a recording of that length has. */
  static int size(Duration time) {
    return HEADER + SoundTrack.size(time);
  }

  @SuppressWarnings("ArrayRecordComponent") // samples that nobody compares
  private record File(String applicationId, Duration time, List<Said> said, byte[] sound) {
    boolean hasSound() {
      return sound.length > 0;
    }

    File silent() {
      return new File(applicationId, time, said, new byte[0]);
    }

    byte[] wav() {
      byte[] samples = hasSound() ? sound : new byte[SoundTrack.size(time)];
      return Sound.of(SoundTrack.RATE, samples).toWav();
    }

    Json toJson(String id) {
      Json json = Json.object(
          "id",
          id,
          "application",
          applicationId,
          "milliseconds",
          time.toMillis(),
          "said",
          Json.array(said.stream().map(Said::toJson).toList()));
      return hasSound() ? json.with("sound", Base64.getEncoder().encodeToString(sound)) : json;
    }

    static File of(Json json) {
      return new File(
          json.required("application"),
          Duration.ofMillis(json.integer("milliseconds").orElse(0L)),
          json.get("said").items().stream().map(Said::of).toList(),
          Base64.getDecoder().decode(json.text("sound").orElse("")));
    }
  }
}
