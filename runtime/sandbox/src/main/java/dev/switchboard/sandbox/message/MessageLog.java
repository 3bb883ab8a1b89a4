package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.store.Store;
import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which messages there are, and what the app has yet to be told about them. Kept in the store, so that a sandbox that was
 * killed goes on where it was: a webhook that was under way is sent again, with 24 hours of its own. Used from the loop
 * alone.
 */
final class MessageLog {
  private static final String KNOWN = "message";
  private static final String STATUSES = "status-queue";
  private static final String INBOUND = "inbound-queue";
  /** Messages that can still be revoked, marked as read or given a status; what is older makes room. */
  private static final int REMEMBERED = 10_000;

  private final Store store;
  private final Map<String, Json> known = new LinkedHashMap<>();

  MessageLog(Store store) {
    this.store = store;
    store.load(KNOWN).forEach(each -> known.put(each.required("message_uuid"), each));
  }

  /** A message that came in. */
  void add(String uuid) {
    add(uuid, Json.object("message_uuid", uuid));
  }

  /** A message that went out. */
  void add(Sent sent) {
    add(sent.uuid(), sent.toJson(List.of()));
  }

  private void add(String uuid, Json message) {
    known.put(uuid, message);
    store.put(KNOWN, uuid, message);
    if (known.size() > REMEMBERED) {
      String oldest = known.keySet().iterator().next();
      known.remove(oldest);
      store.remove(KNOWN, oldest);
    }
  }

  boolean knows(String uuid) {
    return known.containsKey(uuid);
  }

  /** A message that went out; empty for one that came in, or that nobody remembers. */
  Optional<Sent> sent(String uuid) {
    return Optional.ofNullable(known.get(uuid))
        .filter(each -> each.has("message"))
        .map(Sent::of);
  }

  /** Statuses of a message that the app has not taken yet; none ends it. */
  void statuses(Sent sent, List<String> left) {
    if (left.isEmpty()) {
      store.remove(STATUSES, sent.uuid());
    } else {
      store.put(STATUSES, sent.uuid(), () -> sent.toJson(left));
    }
  }

  List<Json> statusesLeft() {
    return store.load(STATUSES);
  }

  /** A message from a person that the app has not taken yet. */
  void inbound(String uuid, String person, Json message) {
    store.put(INBOUND, uuid, Json.object("person", person, "message", message));
  }

  /** The app has taken it, or never will. */
  void inboundDone(String uuid) {
    store.remove(INBOUND, uuid);
  }

  List<Json> inboundLeft() {
    return store.load(INBOUND);
  }

  void commit() {
    store.commit();
  }
}
