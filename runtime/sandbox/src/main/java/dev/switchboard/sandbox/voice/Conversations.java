package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in a conversation with whom. Used from the loop alone. */
final class Conversations {
  private final Loop loop;
  private final VoiceEvents events;
  private final Legs legs;
  private final Map<String, Conversation> named = new LinkedHashMap<>();

  Conversations(Loop loop, VoiceEvents events, Legs legs) {
    this.loop = loop;
    this.events = events;
    this.legs = legs;
    legs.whenEnded(this::leave);
  }

  /** Joins a named conversation; the leg stays there until it ends or is moved. */
  void join(Leg leg, Json action) {
    String key = leg.applicationId + "/" + action.text("name").orElse("");
    move(leg, named.computeIfAbsent(key, name -> new Conversation()));
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
      legs.end(leg, "platform");
      return;
    }
    for (Leg each : List.copyOf(leg.conversation.legs)) {
      move(each, target.get());
    }
  }

  private void move(Leg leg, Conversation after) {
    Conversation before = leg.conversation;
    before.legs.remove(leg);
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

  /** The other side of a connected pair hears nothing more. */
  private void leave(Leg leg) {
    leg.conversation.legs.remove(leg);
    Leg other = leg.other;
    if (other == null) {
      return;
    }
    leg.other = null;
    other.other = null;
    if (other.direction.equals("outbound") && other.flow == null) {
      legs.end(other, "platform");
    } else if (other.flow != null) {
      other.flow.skip();
    }
  }
}
