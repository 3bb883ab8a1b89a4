package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.message.MessageRoutes.Route;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The messages that the app sends, and the statuses that it is told. Used from the loop alone. */
final class SentMessages {
  private static final List<String> FAILED = List.of("rejected", "undeliverable");

  /** The error that the platform names where it knows no other. */
  private static final String UNDELIVERABLE = "1330";

  private final Loop loop;
  private final Faults faults;
  private final MessageLog log;
  private final MessageRoutes routes;
  private final MessageQueue queue;
  private final People people;

  SentMessages(
      Loop loop,
      Faults faults,
      MessageLog log,
      MessageRoutes routes,
      MessageQueue queue,
      People people) {
    this.loop = loop;
    this.faults = faults;
    this.log = log;
    this.routes = routes;
    this.queue = queue;
    this.people = people;
  }

  /** Takes one, and lets its statuses follow. */
  Sent send(Sent item) {
    Json message = item.message();
    String channel = message.required("channel");
    String person = people.meet(channel, message.required("to"));
    Sent sent = item.refusedWith(people.refusal(person));
    people
        .log(person)
        .add(new Step.Got(loop.now(), Messages.summary(message), sent.uuid(), message));
    log.add(sent);
    List<String> statuses = new ArrayList<>(
        List.of("submitted", sent.refused().isPresent() ? "undeliverable" : "delivered"));
    if (sent.refused().isEmpty() && Channel.of(channel).map(Channel::reads).orElse(false)) {
      statuses.add("read");
    }
    if (faults.reorders("messages.status_url")) {
      statuses.add(1, statuses.remove(0));
    }
    sendStatuses(sent, new ArrayDeque<>(statuses));
    return sent;
  }

  void sendStatuses(Sent sent, Deque<String> left) {
    Json message = sent.message();
    Route route = routes.status(sent.application(), message);
    if (route.target().isEmpty()) {
      left.clear();
    }
    log.statuses(sent, List.copyOf(left));
    String status = left.poll();
    if (status == null) {
      if (sent.refused().isPresent()) {
        sent.next().ifPresent(this::send);
      }
      log.commit();
      return;
    }
    deliverStatus(sent, route, status, sent.refused().orElse(UNDELIVERABLE), () -> {
      sendStatuses(sent, left);
      log.commit();
    });
  }

  /** As {@link Messages#push}. */
  void push(String uuid, String status, String code) {
    if (!Messages.STATUSES.contains(status)) {
      throw new IllegalArgumentException(
          "status is one of " + String.join(", ", Messages.STATUSES));
    }
    Sent sent = log.sent(uuid)
        .orElseThrow(
            () -> new IllegalArgumentException("the app sent no message " + uuid + " lately"));
    String channel = sent.message().required("channel");
    if (status.equals("read") && !Channel.of(channel).map(Channel::reads).orElse(false)) {
      throw new IllegalArgumentException("nobody is told what was read on " + channel);
    }
    Route route = routes.status(sent.application(), sent.message());
    if (route.target().isEmpty()) {
      throw new IllegalArgumentException("no application takes the statuses of this message");
    }
    deliverStatus(sent, route, status, code, log::commit);
  }

  private void deliverStatus(Sent sent, Route route, String status, String code, Runnable then) {
    Json message = sent.message();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message_uuid", sent.uuid());
    fields.put("to", message.required("to"));
    fields.put("from", message.required("from"));
    fields.put("timestamp", Messages.timestamp(loop));
    fields.put("status", status);
    if (FAILED.contains(status)) {
      fields.put("error", error(code));
    }
    message.text("client_ref").ifPresent(ref -> fields.put("client_ref", ref));
    fields.put("channel", message.required("channel"));
    Extras.status(status, message, fields);
    sent.position().ifPresent(position -> fields.put("workflow", position));
    Json payload = route.old() ? OldFormat.status(Json.of(fields)) : Json.of(fields);
    TranscriptLog reader =
        people.log(people.meet(message.required("channel"), message.required("to")));
    queue.deliver(reader, route, status, payload, then);
  }

  private static Json error(String code) {
    return Json.object(
        "type",
        "https://developer.vonage.com/api-errors/messages#" + code,
        "title",
        code,
        "detail",
        "The sandbox was told to refuse messages to this person.",
        "instance",
        UUID.randomUUID().toString().replace("-", ""));
  }
}
