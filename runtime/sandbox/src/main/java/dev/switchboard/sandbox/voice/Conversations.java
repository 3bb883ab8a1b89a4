package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.webhooks.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in a conversation with whom (domain: NCCO reference, sections 7 and 11). Used from the loop alone. */
final class Conversations {
  private static final int MOST = 50;

  private final Loop loop;
  private final VoiceEvents events;
  private final Legs legs;
  private final Recorder recorder;
  private final Map<String, Conversation> named = new LinkedHashMap<>();

  Conversations(Loop loop, VoiceEvents events, Legs legs, Recorder recorder) {
    this.loop = loop;
    this.events = events;
    this.legs = legs;
    this.recorder = recorder;
    legs.whenEnded(this::ended);
  }

  /** Joins a named conversation; the leg stays there until it or the conversation ends, or it is moved. */
  void join(Leg leg, Json action) {
    String key = leg.applicationId + "/" + action.text("name").orElse("");
    Conversation joined = named.computeIfAbsent(key, Conversation::named);
    if (joined.legs.size() >= MOST) {
      leg.log.note("the conversation is full: it has " + MOST + " legs");
      events.error(leg, "the conversation has " + MOST + " participants, and takes no more");
      skip(leg);
      return;
    }
    move(leg, joined);
    permit(leg, action);
    leg.endsConversation = action.flag("endOnExit").orElse(false);
    if (action.flag("record").orElse(false) && joined.recording == null) {
      joined.recording = new Recording(action, loop.now());
      joined.recorder = leg;
    }
    if (action.flag("startOnEnter").orElse(true)) {
      joined.started = true;
      joined.legs.forEach(each -> each.waiting = false);
    } else if (!joined.started) {
      leg.waiting = true;
      Json music = action.get("musicOnHoldUrl");
      music.text().or(() -> music.get(0).text()).ifPresent(leg::hears);
    }
  }

  /** Moves every leg of a conversation into another; the NCCO of none of them goes on. */
  void transfer(Leg leg, Json action) {
    String id = action.text("conversationId").orElse("");
    Optional<Conversation> target = legs.all()
        .map(each -> each.conversation)
        .filter(each -> each.uuid.equals(id))
        .findFirst();
    if (target.isEmpty()) {
      leg.log.note("no conversation " + id);
      events.error(leg, "there is no conversation " + id);
      legs.end(leg, "platform");
      return;
    }
    for (Leg each : List.copyOf(leg.conversation.legs)) {
      Flow flow = each.flow;
      if (flow != null) {
        flow.park();
      }
      unpair(each);
      move(each, target.get());
      permit(each, action);
    }
  }

  /** Takes a leg away from those it is with; each of them goes on with its own NCCO, or ends. */
  void part(Leg leg) {
    if (leg.conversation.legs.size() > 1) {
      Leg other = leg.other;
      unpair(leg);
      move(leg, new Conversation());
      release(other);
    }
  }

  /** What the person at a leg says reaches those who may hear it; tells whether anybody or a recording does. */
  boolean speak(Leg leg, String text) {
    List<Recording> recordings = leg.conversation.recordings();
    recordings.forEach(each -> each.hears(loop.now(), text));
    List<Leg> listeners = leg.conversation.listeners(leg).toList();
    listeners.forEach(each -> each.hears(text));
    return !recordings.isEmpty() || !listeners.isEmpty();
  }

  private void permit(Leg leg, Json action) {
    leg.muted = action.flag("mute").orElse(false);
    leg.canSpeak = legIds(action.get("canSpeak"));
    leg.canHear = legIds(action.get("canHear"));
  }

  private static Optional<Set<String>> legIds(Json ids) {
    if (!ids.isArray()) {
      return Optional.empty();
    }
    Set<String> set = new HashSet<>();
    ids.items().forEach(id -> id.text().ifPresent(set::add));
    return Optional.of(set);
  }

  private void move(Leg leg, Conversation after) {
    Conversation before = leg.conversation;
    if (before == after) {
      return;
    }
    leave(leg);
    leg.conversation = after;
    after.legs.add(leg);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "transfer");
    fields.put("conversation_uuid_from", before.uuid);
    fields.put("conversation_uuid_to", after.uuid);
    fields.put("uuid", leg.uuid);
    fields.put("timestamp", Times.stamp(loop.now()));
    events.send(leg, events.eventTarget(leg), "transfer", fields);
  }

  private void ended(Leg leg) {
    leave(leg);
    Leg other = leg.other;
    unpair(leg);
    release(other);
  }

  /** Out of its conversation, which ends with the last leg and with one that it was to end with. */
  private void leave(Leg leg) {
    Conversation left = leg.conversation;
    left.legs.remove(leg);
    leg.waiting = false;
    List<Leg> rest = leg.endsConversation ? List.copyOf(left.legs) : List.of();
    leg.endsConversation = false;
    if (left.legs.isEmpty() || !rest.isEmpty()) {
      left.started = false;
      named.remove(left.name, left);
      Recording recording = left.recording;
      Leg asked = left.recorder;
      if (recording != null && asked != null) {
        left.recording = null;
        recorder.recorded(asked, left, recording);
      }
    }
    for (Leg each : rest) {
      each.log.note("the conversation has ended");
      leave(each);
      each.conversation = new Conversation();
      each.conversation.legs.add(each);
      skip(each);
    }
  }

  private static void unpair(Leg leg) {
    Leg other = leg.other;
    if (other != null) {
      leg.other = null;
      other.other = null;
    }
  }

  /** Who was put through ends with the one who called; who called goes on with the next action. */
  private void release(@Nullable Leg other) {
    if (other == null || other.isOver()) {
      return;
    }
    if (other.putThrough) {
      legs.end(other, "platform");
    } else {
      skip(other);
    }
  }

  private static void skip(Leg leg) {
    Flow flow = leg.flow;
    if (flow != null) {
      flow.skip();
    }
  }
}
