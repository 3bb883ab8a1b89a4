package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps what was recorded and tells the app of it. Used from the loop alone. */
final class Recorder {
  private final Loop loop;
  private final VoiceEvents events;
  private final Recordings recordings;
  private final Supplier<URI> host;

  Recorder(Loop loop, VoiceEvents events, Recordings recordings, Supplier<URI> host) {
    this.loop = loop;
    this.events = events;
    this.recordings = recordings;
    this.host = host;
  }

  /** Keeps what was said to an input, of which no event tells; gives its address. */
  String saved(Leg leg, String text, Instant start) {
    String id = UUID.randomUUID().toString();
    Duration time = Duration.between(start, loop.now());
    recordings.keep(
        id, leg.applicationId, time, List.of(new Said(Duration.ZERO, text)), new byte[0]);
    return host.get() + FilesApi.recording(id);
  }

  /** A recording is ready. */
  void recorded(Leg leg, Conversation conversation, Recording recording) {
    Json action = recording.action();
    Instant start = recording.start();
    Optional<WebhookTarget> target = events.eventTarget(leg, action);
    String id = UUID.randomUUID().toString();
    Instant end = loop.now();
    Duration time = Duration.between(start, end);
    String url = host.get() + FilesApi.recording(id);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("start_time", Times.stamp(start));
    fields.put("recording_url", url);
    fields.put("size", Recordings.size(time));
    fields.put("recording_uuid", id);
    fields.put("end_time", Times.stamp(end));
    fields.put("conversation_uuid", conversation.uuid);
    fields.put("timestamp", Times.stamp(end));
    recordings.keep(id, leg.applicationId, time, recording.said(), recording.sound(end));
    events.send(leg, target, "recording", fields);
    Json transcription = action.get("transcription");
    if (transcription.isObject()) {
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("conversation_uuid", conversation.uuid);
      written.put("type", "record");
      written.put("recording_uuid", id);
      written.put("status", "transcribed");
      written.put("transcription_url", host.get() + FilesApi.transcription(id));
      Optional<WebhookTarget> to = transcription.has("eventUrl")
          ? events.eventTarget(leg, transcription.with("action", "transcription"))
          : target;
      events.send(leg, to, "transcription", written);
    }
  }
}
