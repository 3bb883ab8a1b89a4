package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.store.Store;
import dev.switchboard.webhooks.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recordings: silence of the right length, written when it is fetched. Used from the loop alone. */
public final class Recordings {
  private static final String KIND = "recording";
  private static final int REMEMBERED = 1_000;
  private static final int RATE = 8_000;
  private static final int HEADER = 44;
  /** Two hours of silence would only fill memory; what is longer is cut. */
  private static final long LONGEST_SECONDS = 60;

  private final Map<String, File> byId = new LinkedHashMap<>();

  private final Store store;

  Recordings(Store store) {
    this.store = store;
    store.load(KIND).forEach(each -> byId.put(each.required("id"), File.of(each)));
  }

  void keep(String id, String applicationId, Duration time, List<Said> said) {
    File file = new File(applicationId, time, List.copyOf(said));
    byId.put(id, file);
    store.put(KIND, id, () -> file.toJson(id));
    if (byId.size() > REMEMBERED) {
      String oldest = byId.keySet().iterator().next();
      byId.remove(oldest);
      store.remove(KIND, oldest);
    }
  }

  /** The application whose token a recording needs. */
  public Optional<String> application(String id) {
    return Optional.ofNullable(byId.get(id)).map(File::applicationId);
  }

  /** The file: mono, 16 bits, 8 kHz. */
  public Optional<byte[]> wav(String id) {
    return Optional.ofNullable(byId.get(id)).map(recording -> wav(recording.time()));
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

  static int size(Duration time) {
    return HEADER + 2 * RATE * (int) Math.min(LONGEST_SECONDS, Times.seconds(time));
  }

  private static byte[] wav(Duration time) {
    int size = size(time);
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(size - 8).put(ascii("WAVE"));
    file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    file.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
    file.put(ascii("data")).putInt(size - HEADER);
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private record File(String applicationId, Duration time, List<Said> said) {
    Json toJson(String id) {
      return Json.object(
          "id",
          id,
          "application",
          applicationId,
          "milliseconds",
          time.toMillis(),
          "said",
          Json.array(said.stream().map(Said::toJson).toList()));
    }

    static File of(Json json) {
      return new File(
          json.required("application"),
          Duration.ofMillis(json.integer("milliseconds").orElse(0L)),
          json.get("said").items().stream().map(Said::of).toList());
    }
  }
}
