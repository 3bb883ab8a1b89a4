package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.store.Transcripts;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Legs and their transcripts in the store. Used from the loop alone. */
final class KeptCalls {
  private static final String KIND = "call";

  private final Store store;
  private final Transcripts transcripts;
  private final Map<String, Json> saved = new HashMap<>();

  KeptCalls(Store store, Transcripts transcripts) {
    this.store = store;
    this.transcripts = transcripts;
  }

  /** Whether anything is kept. */
  boolean isWanted() {
    return store != Store.NONE;
  }

  /** The transcript of a new leg. */
  TranscriptLog transcript(String uuid, String title) {
    return transcripts.open("call/" + uuid, key -> title);
  }

  /** Keeps a leg as it is now. */
  void save(Leg leg) {
    if (!isWanted()) {
      return;
    }
    Json now = toJson(leg);
    if (leg.isOver()) {
      saved.remove(leg.uuid);
      store.put(KIND, leg.uuid, now);
    } else if (!now.equals(saved.put(leg.uuid, now))) {
      store.put(KIND, leg.uuid, now);
    }
  }

  void forget(Leg leg) {
    store.remove(KIND, leg.uuid);
    if (leg.transcriptOf.equals(leg.uuid)) {
      transcripts.forget("call/" + leg.uuid);
    }
  }

  /** The legs of the process before this one. */
  List<Leg> load() {
    return store.load(KIND).stream().map(this::leg).toList();
  }

  private static Json toJson(Leg leg) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("uuid", leg.uuid);
    json.put("application", leg.applicationId);
    json.put("direction", leg.direction);
    json.put("from", leg.from);
    json.put("to", leg.to);
    json.put("endpoint", leg.endpoint);
    json.put("conversation", leg.conversation.uuid);
    json.put("transcript", leg.transcriptOf);
    json.put("status", leg.status);
    json.put("by", leg.disconnectedBy);
    json.put("sip_code", leg.sipCode);
    Instant start = leg.startTime;
    if (start != null) {
      json.put("start", start.toString());
    }
    Instant end = leg.endTime;
    if (end != null) {
      json.put("end", end.toString());
    }
    return Json.of(json);
  }

  private Leg leg(Json json) {
    String transcriptOf = json.required("transcript");
    Leg leg = new Leg(
        json.required("uuid"),
        json.required("application"),
        json.required("direction"),
        json.required("from"),
        json.required("to"),
        json.get("endpoint"),
        new Conversation(json.required("conversation"), ""),
        transcript(transcriptOf, "call to " + json.required("to")),
        transcriptOf);
    leg.status = json.required("status");
    leg.disconnectedBy = json.required("by");
    leg.sipCode = json.integer("sip_code").orElse(200L).intValue();
    json.text("start").ifPresent(start -> leg.startTime = Instant.parse(start));
    json.text("end").ifPresent(end -> leg.endTime = Instant.parse(end));
    return leg;
  }
}
