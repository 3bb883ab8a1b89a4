package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls to somebody, by the API or by an NCCO (domain: platform behaviour, section 4). Used from the loop alone. */
final class Outbound {
  /** How long a call may last when nobody says otherwise. */
  static final Duration LONGEST_CALL = Duration.ofHours(2);

  private static final Duration RING = Duration.ofSeconds(60);

  private final Voice voice;
  private final Phones phones;
  private final Detection detection;

  Outbound(Voice voice, Phones phones) {
    this.voice = voice;
    this.phones = phones;
    this.detection = new Detection(voice, phones);
    voice.websockets.whenDisconnected(this::disconnected);
  }

  /**
   * The app calls somebody: rings, then answers or fails as the person at the other end does.
   *
   * @param from the caller where the body names none
   * @param body of {@code POST /v1/calls}, checked before
   */
  Leg place(Application application, String from, Json body) {
    Json endpoint = body.get("to").get(0);
    String to = NccoText.destination(endpoint);
    String named = NccoText.destination(body.get("from"));
    String uuid = Leg.newId();
    TranscriptLog log =
        voice.kept.transcript(uuid, "call from " + application.name() + " to " + to);
    Leg leg = voice.legs.add(new Leg(
        uuid,
        application.id(),
        "outbound",
        named.isEmpty() ? from : named,
        to,
        endpoint.without("authorization"),
        new Conversation(),
        log,
        uuid));
    body.get("event_url")
        .get(0)
        .text()
        .ifPresent(url -> leg.eventTarget = Optional.of(voice.events.callback(
            leg, "voice.event_url", URI.create(url), body.text("event_method").orElse("POST"))));
    ring(leg, endpoint, body, "ringing_timer", outcome -> {
      if (outcome.equals("answered")) {
        voice.legs.answered(leg, longest(body, "length_timer"));
        detection.detect(
            leg, body, "machine_detection", "advanced_machine_detection", () -> begin(leg, body));
      } else {
        voice.events.status(leg, outcome, failure(leg, outcome));
        close(leg, outcome);
      }
    });
    return leg;
  }

  private void begin(Leg leg, Json body) {
    Flow flow = voice.flow(leg);
    if (body.has("ncco")) {
      flow.run(body.get("ncco").items());
      return;
    }
    WebhookTarget target = voice.events.answerTarget(
        leg,
        URI.create(body.get("answer_url").get(0).text().orElse("")),
        body.text("answer_method").orElse("GET"));
    voice.events.ask(leg, target, "answer", leg.answerFields(voice.host()), true, ncco -> {
      if (!leg.isOver()) {
        ncco.ifPresentOrElse(flow::run, () -> voice.legs.end(leg, "platform"));
      }
    });
  }

  /** Calls somebody and joins them with a leg; gives an NCCO when the app answered one to a failure. */
  void connect(Leg leg, Json action, Consumer<Optional<List<Json>>> failed) {
    Json endpoint = action.get("endpoint").get(0);
    if (!voice.limits.allowsCall()) {
      leg.log.note("too many new calls in one second");
      voice.events.error(leg, "the limit of new calls in one second is reached");
      failed.accept(Optional.empty());
      return;
    }
    Leg callee = voice.legs.add(new Leg(
        Leg.newId(),
        leg.applicationId,
        "outbound",
        action.text("from").orElse(leg.to),
        NccoText.destination(endpoint),
        endpoint.without("authorization"),
        leg.conversation,
        leg.log,
        leg.transcriptOf));
    callee.putThrough = true;
    callee.eventTarget = voice.events.eventTarget(leg, action);
    action.text("ringbackTone").ifPresent(leg::hears);
    ring(callee, endpoint, action, "timeout", outcome -> {
      if (leg.isOver()) {
        voice.legs.end(callee, "platform");
      } else if (outcome.equals("answered")) {
        leg.other = callee;
        callee.other = leg;
        voice.legs.answered(callee, longest(action, "limit"));
        detection.detect(
            callee,
            action,
            "machineDetection",
            "advancedMachineDetection",
            () -> prepare(callee, endpoint.get("onAnswer")));
      } else {
        unconnected(leg, callee, outcome, action, failed);
      }
    });
  }

  /** What the callee alone hears before the two are joined. */
  private void prepare(Leg callee, Json onAnswer) {
    Optional<String> url = onAnswer.text("url");
    if (url.isEmpty()) {
      return;
    }
    callee.waiting = true;
    Flow flow = voice.flow(callee);
    flow.then(() -> {
      flow.park();
      callee.waiting = false;
    });
    WebhookTarget target = voice.events.answerTarget(callee, URI.create(url.get()), "GET");
    Json fields = callee.answerFields(voice.host());
    voice.events.ask(callee, target, "on answer", fields, false, ncco -> {
      if (!callee.isOver()) {
        flow.run(ncco.orElse(List.of()));
      }
    });
  }

  private void unconnected(
      Leg leg, Leg callee, String outcome, Json action, Consumer<Optional<List<Json>>> failed) {
    Map<String, Object> more = failure(callee, outcome);
    Optional<WebhookTarget> target = callee.eventTarget;
    boolean synchronous = action.text("eventType").orElse("").equals("synchronous");
    if (!synchronous || target.isEmpty()) {
      voice.events.status(callee, outcome, more);
      close(callee, outcome);
      failed.accept(Optional.empty());
      return;
    }
    callee.status = outcome;
    Map<String, Object> fields = callee.core(voice.loop.now());
    fields.put("status", outcome);
    fields.put("direction", callee.direction);
    fields.putAll(more);
    voice.events.ask(leg, target.get(), outcome, Json.of(fields), false, ncco -> {
      close(callee, outcome);
      failed.accept(ncco);
    });
  }

  /** Lets a called leg ring for as long as its person takes, and tells how it ended. */
  private void ring(Leg leg, Json endpoint, Json body, String limit, Consumer<String> then) {
    voice.events.status(leg, "started", Map.of());
    voice.events.status(leg, "ringing", Map.of());
    Duration longest = body.decimal(limit).map(Times::ofSeconds).orElse(RING);
    if (Websockets.isOne(endpoint)) {
      voice.websockets.dial(leg, endpoint, longest, outcome -> {
        if (!leg.isOver()) {
          then.accept(outcome);
        }
      });
      return;
    }
    boolean unknown = endpoint.text("type").orElse("").equals("app")
        && !voice.users.has(leg.applicationId, leg.to);
    if (unknown) {
      leg.log.note("the application has no user " + leg.to);
    }
    Phones.Behaviour behaviour =
        unknown ? new Phones.Behaviour("failed", Duration.ZERO) : phones.of(leg.to);
    boolean late =
        behaviour.after().compareTo(longest) >= 0 && !behaviour.after().isZero();
    String outcome = late ? "timeout" : behaviour.status();
    Duration time = outcome.equals("timeout") ? longest : behaviour.after();
    leg.timers.add(voice.loop.after(time, () -> {
      if (!leg.isOver()) {
        then.accept(outcome);
      }
    }));
  }

  /** The app has closed its websocket; it may say with an NCCO what the other leg does next. */
  private void disconnected(Leg leg) {
    leg.line = null;
    leg.status = "disconnected";
    Map<String, Object> fields = leg.core(voice.loop.now());
    fields.put("status", "disconnected");
    Leg caller = leg.other;
    Optional<WebhookTarget> target = voice.events.eventTarget(leg);
    if (caller == null || target.isEmpty()) {
      voice.events.send(leg, target, "disconnected", fields);
      voice.legs.end(leg, "user");
      return;
    }
    voice.events.ask(caller, target.get(), "disconnected", Json.of(fields), false, ncco -> {
      if (ncco.isPresent() && !caller.isOver() && caller.equals(leg.other)) {
        leg.other = null;
        caller.other = null;
        voice.legs.end(leg, "user");
        voice.flow(caller).run(ncco.get());
      } else {
        voice.legs.end(leg, "user");
      }
    });
  }

  private static Duration longest(Json body, String limit) {
    return body.decimal(limit).map(Times::ofSeconds).orElse(LONGEST_CALL);
  }

  private void close(Leg callee, String outcome) {
    if (outcome.equals("rejected")) {
      voice.legs.finish(callee, "user");
    } else {
      voice.legs.end(callee, "user");
    }
  }

  /** What a failed call tells beside its status. */
  private static Map<String, Object> failure(Leg leg, String outcome) {
    Map<String, Object> more = new LinkedHashMap<>();
    switch (outcome) {
      case "busy" -> leg.sipCode = 486;
      case "rejected" -> {
        leg.sipCode = 603;
        more.put("detail", "declined");
      }
      case "unanswered" -> {
        leg.sipCode = 480;
        more.put("detail", "unavailable");
      }
      case "failed" -> {
        leg.sipCode = 404;
        more.put("detail", "cannot_route");
      }
      default -> {
        return more;
      }
    }
    more.put("sip_code", leg.sipCode);
    return more;
  }
}
