package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.time.Timer;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One leg of a call. Used from the loop alone. */
final class Leg {
  /** 32 hex digits without dashes, so that whoever takes it for a UUID learns it here. */
  final String uuid;

  final String applicationId;
  final String direction;
  final String from;
  final String to;
  final Json endpoint;
  final TranscriptLog log;

  /** The leg whose transcript it shares; itself where it has its own. */
  final String transcriptOf;

  /** How the transcript calls its person: not at all, or by number where it is about somebody else. */
  final String who;

  final List<Timer> timers = new ArrayList<>();
  final Deque<Runnable> events = new ArrayDeque<>();
  Conversation conversation;
  String status = "started";

  @Nullable
  Instant startTime;

  @Nullable
  Instant endTime;

  String disconnectedBy = "";
  int sipCode = 200;
  Optional<WebhookTarget> eventTarget = Optional.empty();

  @Nullable
  Flow flow;

  @Nullable
  Leg other;

  /** Whether it was called by an NCCO, for another leg. */
  boolean putThrough;

  @Nullable
  Runnable heldEvent;

  boolean eventUnderWay;
  boolean muted;
  boolean earmuffed;

  /** Whom the others in its conversation let hear it; everybody where empty. */
  Optional<Set<String>> canSpeak = Optional.empty();

  /** Whom it hears in its conversation; everybody where empty. */
  Optional<Set<String>> canHear = Optional.empty();

  /** Whether its conversation ends with it. */
  boolean endsConversation;

  /** Whether it waits for somebody who may start the conversation. */
  boolean waiting;

  /** Its websocket, for as long as that is open. */
  @Nullable
  Line line;

  /** What its person has heard from websockets. */
  final HeardSound sound = new HeardSound();

  /** How many sounds its person is making. */
  int speaking;

  /** What the API plays to it again and again, by its kind: when it is next heard. */
  final Map<String, Timer> playing = new HashMap<>();

  /** Where each of its keys goes that nothing else takes. */
  Optional<WebhookTarget> eachKey = Optional.empty();

  Leg(
      String uuid,
      String applicationId,
      String direction,
      String from,
      String to,
      Json endpoint,
      Conversation conversation,
      TranscriptLog log,
      String transcriptOf) {
    this.uuid = uuid;
    this.applicationId = applicationId;
    this.direction = direction;
    this.from = from;
    this.to = to;
    this.endpoint = endpoint;
    this.conversation = conversation;
    this.log = log;
    this.transcriptOf = transcriptOf;
    this.who = transcriptOf.equals(uuid) ? "" : to;
    conversation.legs.add(this);
  }

  /** An id for another leg. */
  static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** The person at this leg hears something. */
  void hears(String sound) {
    log.heard(who, sound);
  }

  /** The person at this leg does something. */
  void does(String what) {
    log.did(who, what);
  }

  boolean isOver() {
    return endTime != null;
  }

  boolean isAnswered() {
    return startTime != null && endTime == null;
  }

  Duration duration(Instant now) {
    Instant start = startTime;
    return start == null ? Duration.ZERO : Duration.between(start, endTime == null ? now : endTime);
  }

  /** The fields that all its events share. */
  Map<String, Object> core(Instant now) {
    Map<String, Object> core = new LinkedHashMap<>();
    core.put("from", from);
    core.put("to", to);
    core.put("uuid", uuid);
    core.put("conversation_uuid", conversation.uuid);
    core.put("timestamp", Times.stamp(now));
    if (endpoint.get("headers").isObject()) {
      core.put("headers", endpoint.get("headers"));
    }
    return core;
  }

  /** What the answer URL is told of it. */
  Json answerFields(URI host) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", from);
    fields.put("to", to);
    fields.put("endpoint_type", endpoint.text("type").orElse("phone"));
    fields.put("uuid", uuid);
    fields.put("conversation_uuid", conversation.uuid);
    fields.put("region_url", host.toString());
    return Json.of(fields);
  }
}
