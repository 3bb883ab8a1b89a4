package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.delivery.Answer;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.delivery.Outgoing;
import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The webhooks of calls: where each goes, how often it is tried, when the fallback is asked. */
final class VoiceEvents {
  /** The rules of voice: one more attempt per URL. */
  private static final int ATTEMPTS = 2;

  private final Loop loop;
  private final Applications applications;
  private final Deliveries deliveries;
  private final Faults faults;

  VoiceEvents(Loop loop, Applications applications, Deliveries deliveries, Faults faults) {
    this.faults = faults;
    this.loop = loop;
    this.applications = applications;
    this.deliveries = deliveries;
  }

  /** Where events of a leg go that have no address of their own. */
  Optional<WebhookTarget> eventTarget(Leg leg) {
    return leg.eventTarget.or(() ->
        applications.find(leg.applicationId).flatMap(app -> app.webhook("voice", "event_url")));
  }

  /** Where events of one action go. */
  Optional<WebhookTarget> eventTarget(Leg leg, Json action) {
    Optional<URI> own = action.get("eventUrl").get(0).text().map(URI::create);
    String method = action.text("eventMethod").orElse("POST");
    return own.map(url -> callback(leg, action.required("action"), url, method))
        .or(() -> eventTarget(leg));
  }

  /** A URL that is no webhook of the application, with the time-outs of an event. */
  WebhookTarget callback(Leg leg, String kind, URI url, String method) {
    boolean signed =
        applications.find(leg.applicationId).map(app -> app.signs("voice")).orElse(true);
    return new WebhookTarget(
        kind, url, method, Duration.ofSeconds(1), Duration.ofSeconds(10), signed);
  }

  /** A URL that an NCCO is fetched from, with the time-outs of an answer URL. */
  WebhookTarget answerTarget(Leg leg, URI url, String method) {
    boolean signed =
        applications.find(leg.applicationId).map(app -> app.signs("voice")).orElse(true);
    return new WebhookTarget(
        "voice.answer_url", url, method, Duration.ofSeconds(1), Duration.ofSeconds(5), signed);
  }

  /**
   * Sends an event that nobody waits for. Events of one leg follow each other, beside whatever else the leg does.
   *
   * @param about the status or kind, for the transcript
   */
  void send(Leg leg, Optional<WebhookTarget> target, String about, Map<String, Object> fields) {
    if (target.isEmpty()) {
      return;
    }
    Json payload = Json.of(fields);
    leg.log.expected();
    Runnable event = () -> {
      Deliveries.Delivery delivery = deliveries.of(
          new Outgoing(target.get(), Optional.of(leg.applicationId), about, payload), leg.log);
      tryTwice(
          delivery,
          answer -> answer.ending() != Answer.Ending.ANSWERED && answer.isRetriedByVoice(),
          answer -> {
            leg.log.finished();
            leg.eventUnderWay = false;
            nextEvent(leg);
          });
    };
    Runnable held = leg.heldEvent;
    if (held == null && faults.reorders(target.get().kind()) && !about.equals("completed")) {
      leg.heldEvent = event;
      return;
    }
    leg.events.add(event);
    if (held != null) {
      leg.heldEvent = null;
      leg.events.add(held);
    }
    nextEvent(leg);
  }

  private void nextEvent(Leg leg) {
    if (!leg.eventUnderWay && !leg.events.isEmpty()) {
      leg.eventUnderWay = true;
      leg.events.remove().run();
    }
  }

  /** Sends a status of a leg. */
  void status(Leg leg, String status, Map<String, Object> more) {
    leg.status = status;
    Map<String, Object> fields = leg.core(loop.now());
    fields.put("status", status);
    fields.put("direction", leg.direction);
    fields.putAll(more);
    send(leg, eventTarget(leg), status, fields);
  }

  /** Tells that something of an NCCO cannot be done. */
  void error(Leg leg, String reason) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("reason", reason);
    error.put("conversation_uuid", leg.conversation.uuid);
    error.put("timestamp", Times.stamp(loop.now()));
    send(leg, eventTarget(leg), "error", error);
  }

  /** Sends one key that nothing else took; tells whether anybody wants it. */
  boolean key(Leg leg, char key) {
    Map<String, Object> fields = leg.core(loop.now());
    fields.put("dtmf", Json.object("digits", String.valueOf(key), "timed_out", false));
    send(leg, leg.eachKey, "digit " + key, fields);
    return leg.eachKey.isPresent();
  }

  /** Asks a URL for an NCCO, then the fallback if it fails; gives the actions, or none when the call goes on as it is. */
  void ask(
      Leg leg,
      WebhookTarget target,
      String about,
      Json payload,
      boolean initial,
      Consumer<Optional<List<Json>>> then) {
    leg.log.expected();
    Deliveries.Delivery delivery = deliveries.of(
        new Outgoing(target, Optional.of(leg.applicationId), about, payload), leg.log);
    tryTwice(delivery, Answer::isRetriedByVoice, answer -> {
      String problem = problem(leg, answer, initial);
      if (problem.isEmpty()) {
        leg.log.finished();
        then.accept(NccoText.of(answer).actions());
      } else {
        fallback(leg, delivery.url(), problem, payload, initial, then);
      }
    });
  }

  private void fallback(
      Leg leg,
      URI failedUrl,
      String reason,
      Json payload,
      boolean initial,
      Consumer<Optional<List<Json>>> then) {
    Optional<WebhookTarget> fallback = applications
        .find(leg.applicationId)
        .flatMap(app -> app.webhook("voice", "fallback_answer_url"));
    if (fallback.isEmpty()) {
      leg.log.finished();
      then.accept(Optional.empty());
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>(payload.members());
    fields.put("reason", reason);
    fields.put(
        "original_request",
        Json.object("url", failedUrl.toString(), "type", initial ? "answer" : "event"));
    Deliveries.Delivery delivery = deliveries.of(
        new Outgoing(
            fallback.get(), Optional.of(leg.applicationId), "fallback: " + reason, Json.of(fields)),
        leg.log);
    tryTwice(delivery, Answer::isRetriedByVoice, answer -> {
      leg.log.finished();
      String problem = problem(leg, answer, initial);
      then.accept(problem.isEmpty() ? NccoText.of(answer).actions() : Optional.empty());
    });
  }

  /** Why an answer is of no use; empty for an NCCO, and for nothing at all where a call may go on without. */
  private String problem(Leg leg, Answer answer, boolean initial) {
    if (!answer.isSuccess() || (initial && answer.status() != 200)) {
      return answer.isSuccess()
          ? "HTTP " + answer.status() + " where an NCCO was expected"
          : answer.reason();
    }
    NccoText.Reading reading = NccoText.of(answer);
    if (!reading.problem().isEmpty()) {
      leg.log.note("NCCO refused: " + reading.problem());
      error(leg, reading.problem());
      return reading.problem();
    }
    return initial && reading.isEmpty() ? "no NCCO in the answer" : "";
  }

  private static void tryTwice(
      Deliveries.Delivery delivery, Predicate<Answer> retried, Consumer<Answer> then) {
    delivery.attempt(NccoText::lines, answer -> {
      if (retried.test(answer) && delivery.attempts() < ATTEMPTS) {
        tryTwice(delivery, retried, then);
      } else {
        then.accept(answer);
      }
    });
  }
}
