package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.Numbers;
import dev.switchboard.sandbox.account.PhoneNumber;
import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.time.Timer;
import dev.switchboard.sandbox.transcript.Transcript;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.sandbox.voice.Leg.Conversation;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All calls of the account, running and lately ended. Used from the loop alone. */
public final class Calls {
  /** Ended legs that can still be looked at; what is older makes room. */
  private static final int REMEMBERED = 1_000;

  private static final Duration LONGEST_CALL = Duration.ofHours(2);
  private static final Duration RING = Duration.ofSeconds(60);

  private final Loop loop;
  private final Applications applications;
  private final Numbers numbers;
  private final VoiceEvents events;
  private final Phones phones;
  private final Duration speakingTime;
  private final Supplier<URI> host;
  private final Map<String, Leg> legs = new LinkedHashMap<>();
  private final Map<String, Conversation> named = new LinkedHashMap<>();
  private final List<Leg> ended = new ArrayList<>();
  private final Recordings recordings = new Recordings();

  /**
   * No calls yet.
   *
   * @param speakingTime how long each talk and stream takes
   * @param host where recordings are fetched from
   */
  public Calls(
      Loop loop,
      Applications applications,
      Numbers numbers,
      Deliveries deliveries,
      Faults faults,
      Phones phones,
      Duration speakingTime,
      Supplier<URI> host) {
    this.loop = loop;
    this.applications = applications;
    this.numbers = numbers;
    this.events = new VoiceEvents(loop, applications, deliveries, faults);
    this.phones = phones;
    this.speakingTime = speakingTime;
    this.host = host;
  }

  /**
   * Somebody calls a number of the account.
   *
   * @return the leg's id
   * @throws IllegalArgumentException when the account does not own the number
   */
  public String dial(String from, String to) {
    PhoneNumber number = numbers
        .find(to)
        .orElseThrow(() -> new IllegalArgumentException("the account owns no number " + to));
    Optional<Application> application =
        number.voiceApplication().flatMap(applications::find).filter(app -> app.has("voice"));
    String title = "call from " + from + " to " + to
        + application.map(app -> " (" + app.name() + ")").orElse("");
    TranscriptLog log = new TranscriptLog(title, loop.clock());
    Leg leg = add(new Leg(
        newLegId(),
        application.map(Application::id).orElse(""),
        "inbound",
        from,
        to,
        Json.object("type", "phone", "number", from),
        new Conversation("CON-" + UUID.randomUUID(), Optional.empty()),
        log));
    if (number.forwarding().isPresent()) {
      log.note("the number forwards its calls to " + number.forwarding().get());
      finish(leg, "platform");
    } else if (application.isEmpty()) {
      log.note("rejected: the number is linked to no application with voice");
      leg.status = "rejected";
      finish(leg, "platform");
    } else {
      answer(leg, application.get());
    }
    return leg.uuid;
  }

  private void answer(Leg leg, Application application) {
    events.status(leg, "started", Map.of());
    events.status(leg, "ringing", Map.of());
    Optional<WebhookTarget> answerUrl = application.webhook("voice", "answer_url");
    if (answerUrl.isEmpty()) {
      leg.log.note("the application has no answer URL");
      end(leg, "platform");
      return;
    }
    events.ask(leg, answerUrl.get(), "answer", answerFields(leg), true, ncco -> {
      if (!leg.isOver()) {
        ncco.ifPresentOrElse(actions -> pickUp(leg, actions), () -> {
          leg.log.note("no NCCO could be had: the call ends");
          end(leg, "platform");
        });
      }
    });
  }

  /**
   * The app calls somebody: rings, then answers or fails as the person at the other end does.
   *
   * @param body of {@code POST /v1/calls}, checked before
   * @return the leg's id
   */
  String place(Application application, Json body) {
    Json endpoint = body.get("to").get(0);
    String to = NccoText.destination(endpoint);
    String from = NccoText.destination(body.get("from"));
    TranscriptLog log =
        new TranscriptLog("call from " + application.name() + " to " + to, loop.clock());
    Leg leg = add(new Leg(
        newLegId(),
        application.id(),
        "outbound",
        from.isEmpty() ? numbers.owned().get(0).msisdn() : from,
        to,
        endpoint,
        new Conversation("CON-" + UUID.randomUUID(), Optional.empty()),
        log));
    body.get("event_url")
        .get(0)
        .text()
        .ifPresent(url -> leg.eventTarget = Optional.of(events.callback(
            leg, "voice.event_url", URI.create(url), body.text("event_method").orElse("POST"))));
    events.status(leg, "started", Map.of());
    events.status(leg, "ringing", Map.of());
    Duration ring = body.decimal("ringing_timer").map(Times::ofSeconds).orElse(RING);
    whenPickedUp(leg, ring, outcome -> {
      if (outcome.equals("answered")) {
        answered(leg);
        limit(leg, body.decimal("length_timer").map(Times::ofSeconds).orElse(LONGEST_CALL));
        begin(leg, body);
      } else {
        events.status(leg, outcome, failure(leg, outcome));
        close(leg, outcome);
      }
    });
    return leg.uuid;
  }

  private void begin(Leg leg, Json body) {
    Flow flow = new Flow(loop, leg, this, events);
    leg.flow = flow;
    if (body.has("ncco")) {
      flow.run(body.get("ncco").items());
    } else {
      WebhookTarget target = events.answerTarget(
          leg,
          URI.create(body.get("answer_url").get(0).text().orElse("")),
          body.text("answer_method").orElse("GET"));
      fetch(leg, target);
    }
  }

  /** Asks for the NCCO of a leg that has been picked up; without one the call ends. */
  private void fetch(Leg leg, WebhookTarget target) {
    events.ask(leg, target, "answer", answerFields(leg), true, ncco -> {
      Flow flow = leg.flow;
      if (!leg.isOver() && flow != null) {
        ncco.ifPresentOrElse(flow::run, () -> end(leg, "platform"));
      }
    });
  }

  private Json answerFields(Leg leg) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", leg.from);
    fields.put("to", leg.to);
    fields.put("endpoint_type", leg.endpoint.text("type").orElse("phone"));
    fields.put("uuid", leg.uuid);
    fields.put("conversation_uuid", leg.conversation.uuid);
    fields.put("region_url", host.get().toString());
    return Json.of(fields);
  }

  /** Lets a called leg ring for as long as its person takes, and tells how it ended. */
  private void whenPickedUp(Leg leg, Duration ring, Consumer<String> then) {
    Phones.Behaviour behaviour = phones.of(leg.to);
    boolean late = behaviour.after().compareTo(ring) >= 0 && !behaviour.after().isZero();
    String outcome = late ? "timeout" : behaviour.status();
    leg.timers.add(loop.after(outcome.equals("timeout") ? ring : behaviour.after(), () -> {
      if (!leg.isOver()) {
        then.accept(outcome);
      }
    }));
  }

  private void pickUp(Leg leg, List<Json> actions) {
    answered(leg);
    limit(leg, LONGEST_CALL);
    Flow flow = new Flow(loop, leg, this, events);
    leg.flow = flow;
    flow.run(actions);
  }

  private void answered(Leg leg) {
    leg.startTime = loop.now();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("start_time", null);
    more.put("rate", null);
    more.put("network", null);
    events.status(leg, "answered", more);
  }

  private void limit(Leg leg, Duration time) {
    leg.timers.add(loop.after(time, () -> end(leg, "platform")));
  }

  /** The person presses keys, {@code p} being a pause. */
  public void press(String uuid, String digits) {
    Leg leg = running(uuid);
    leg.log.did("presses " + digits);
    digits.chars().filter(key -> key != 'p').forEach(key -> {
      Flow flow = leg.flow;
      if (flow != null) {
        flow.press((char) key);
      }
    });
  }

  /** The person speaks. */
  public void say(String uuid, String text) {
    Leg leg = running(uuid);
    leg.log.did("says \"" + text + "\"");
    Flow flow = leg.flow;
    if (flow != null) {
      flow.say(text);
    }
  }

  /** The person hangs up; without effect when the call is over. */
  public void hangUp(String uuid) {
    Leg leg = find(uuid);
    if (!leg.isOver()) {
      leg.log.did("hangs up");
      end(leg, "user");
    }
  }

  /** Whether keys or words would be listened to now. */
  public boolean listens(String uuid) {
    Flow flow = find(uuid).flow;
    return flow != null && flow.listens();
  }

  /** Whether the call has ended and every webhook of it is done with. */
  public boolean isDone(String uuid) {
    Leg leg = find(uuid);
    return leg.isOver() && leg.log.isQuiet();
  }

  /** Whether the call has ended. */
  public boolean isOver(String uuid) {
    return find(uuid).isOver();
  }

  /** What happened in a call so far. */
  public Transcript transcript(String uuid) {
    return find(uuid).log.snapshot();
  }

  /** The last status of a leg. */
  public String status(String uuid) {
    return find(uuid).status;
  }

  /** The ids of all legs that are remembered, oldest first. */
  public List<String> all() {
    return List.copyOf(legs.keySet());
  }

  /** The newest leg that was called at a number, if any. */
  public Optional<String> calledAt(String number) {
    return legs.values().stream()
        .filter(leg -> leg.direction.equals("outbound") && leg.to.equals(number))
        .map(leg -> leg.uuid)
        .reduce((first, second) -> second);
  }

  Duration speakingTime() {
    return speakingTime;
  }

  /** Ends a leg and tells everybody. */
  void end(Leg leg, String by) {
    if (leg.isOver()) {
      return;
    }
    Flow flow = leg.flow;
    if (flow != null) {
      flow.stop();
    }
    boolean spoken = leg.startTime != null;
    leg.endTime = loop.now();
    leg.disconnectedBy = by;
    Duration time = leg.duration(loop.now());
    Map<String, Object> more = new LinkedHashMap<>();
    more.put(
        "start_time",
        spoken ? Times.stamp(leg.startTime == null ? loop.now() : leg.startTime) : null);
    more.put("end_time", Times.stamp(loop.now()));
    more.put("duration", Long.toString(Times.seconds(time)));
    more.put("rate", Times.rate());
    more.put("price", Times.price(time));
    more.put("network", "GB-FIXED");
    more.put("disconnected_by", by);
    more.put("sip_code", leg.sipCode);
    events.status(leg, "completed", more);
    finish(leg, by);
    leave(leg);
  }

  private void finish(Leg leg, String by) {
    leg.disconnectedBy = by;
    if (leg.endTime == null) {
      leg.endTime = loop.now();
    }
    leg.timers.forEach(Timer::cancel);
    leg.timers.clear();
    ended.add(leg);
    if (ended.size() > REMEMBERED) {
      legs.remove(ended.remove(0).uuid);
    }
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
      end(other, "platform");
    } else if (other.flow != null) {
      other.flow.skip();
    }
  }

  /** Calls somebody and joins them with a leg; gives an NCCO when the app answered one to a failure. */
  void connect(Leg leg, Json action, Consumer<Optional<List<Json>>> failed) {
    Json endpoint = action.get("endpoint").get(0);
    String to = NccoText.destination(endpoint);
    Optional<WebhookTarget> target = events.eventTarget(leg, action);
    Leg callee = add(new Leg(
        newLegId(),
        leg.applicationId,
        "outbound",
        action.text("from").orElse(leg.to),
        to,
        endpoint,
        leg.conversation,
        leg.log));
    callee.eventTarget = target;
    events.status(callee, "started", Map.of());
    events.status(callee, "ringing", Map.of());
    Duration ring = action.decimal("timeout").map(Times::ofSeconds).orElse(RING);
    whenPickedUp(callee, ring, outcome -> {
      if (leg.isOver()) {
        end(callee, "platform");
      } else if (outcome.equals("answered")) {
        leg.other = callee;
        callee.other = leg;
        answered(callee);
        limit(callee, Times.ofSeconds(action.decimal("limit").orElse(new BigDecimal("7200"))));
      } else {
        unconnected(leg, callee, outcome, action, failed);
      }
    });
  }

  private void unconnected(
      Leg leg, Leg callee, String outcome, Json action, Consumer<Optional<List<Json>>> failed) {
    Map<String, Object> more = failure(callee, outcome);
    Optional<WebhookTarget> target = callee.eventTarget;
    boolean synchronous = action.text("eventType").orElse("").equals("synchronous");
    if (!synchronous || target.isEmpty()) {
      events.status(callee, outcome, more);
      close(callee, outcome);
      failed.accept(Optional.empty());
      return;
    }
    callee.status = outcome;
    Map<String, Object> fields = callee.core(loop.now());
    fields.put("status", outcome);
    fields.put("direction", callee.direction);
    fields.putAll(more);
    events.ask(leg, target.get(), outcome, Json.of(fields), false, ncco -> {
      close(callee, outcome);
      failed.accept(ncco);
    });
  }

  private void close(Leg callee, String outcome) {
    if (outcome.equals("rejected")) {
      callee.conversation.legs.remove(callee);
      finish(callee, "user");
    } else {
      end(callee, "user");
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

  /** Joins a named conversation; the leg stays there until it ends or is moved. */
  void join(Leg leg, Json action) {
    String key = leg.applicationId + "/" + action.text("name").orElse("");
    Conversation joined = named.computeIfAbsent(
        key, name -> new Conversation("CON-" + UUID.randomUUID(), action.text("name")));
    leg.conversation.legs.remove(leg);
    Conversation before = leg.conversation;
    leg.conversation = joined;
    joined.legs.add(leg);
    moved(leg, before, joined);
  }

  /** Moves every leg of a conversation into another; the NCCO of none of them goes on. */
  void transfer(Leg leg, Json action) {
    String id = action.text("conversationId").orElse("");
    Optional<Conversation> target = legs.values().stream()
        .map(each -> each.conversation)
        .filter(each -> each.uuid.equals(id))
        .findFirst();
    if (target.isEmpty()) {
      leg.log.note("no conversation " + id);
      end(leg, "platform");
      return;
    }
    Conversation before = leg.conversation;
    for (Leg each : List.copyOf(before.legs)) {
      before.legs.remove(each);
      each.conversation = target.get();
      target.get().legs.add(each);
      moved(each, before, target.get());
    }
  }

  private void moved(Leg leg, Conversation before, Conversation after) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "transfer");
    fields.put("conversation_uuid_from", before.uuid);
    fields.put("conversation_uuid_to", after.uuid);
    fields.put("uuid", leg.uuid);
    fields.put("timestamp", Times.stamp(loop.now()));
    events.send(leg, events.eventTarget(leg), "transfer", fields);
  }

  /** A recording is ready. */
  void recorded(Leg leg, Json action, Instant start, Optional<WebhookTarget> target) {
    String id = UUID.randomUUID().toString();
    Instant end = loop.now();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("start_time", Times.stamp(start));
    fields.put("recording_url", host.get() + "/v1/files/" + id);
    fields.put("size", Recordings.size(Duration.between(start, end)));
    fields.put("recording_uuid", id);
    fields.put("end_time", Times.stamp(end));
    fields.put("conversation_uuid", leg.conversation.uuid);
    fields.put("timestamp", Times.stamp(end));
    recordings.keep(id, leg.applicationId, Duration.between(start, end));
    events.send(leg, target, "recording", fields);
    if (action.get("transcription").isObject()) {
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("conversation_uuid", leg.conversation.uuid);
      written.put("type", "record");
      written.put("recording_uuid", id);
      written.put("status", "transcribed");
      written.put("transcription_url", host.get() + "/v1/files/" + id + "/transcription");
      Json own = action.get("transcription");
      Optional<WebhookTarget> to = own.has("eventUrl")
          ? events.eventTarget(leg, own.with("action", "transcription"))
          : target;
      events.send(leg, to, "transcription", written);
    }
  }

  /** The recordings of all calls. */
  public Recordings recordings() {
    return recordings;
  }

  boolean belongsTo(String uuid, String applicationId) {
    Leg leg = legs.get(uuid);
    return leg != null && leg.applicationId.equals(applicationId);
  }

  /** The call records of an application, oldest first. */
  List<Json> records(String applicationId) {
    return legs.values().stream()
        .filter(leg -> leg.applicationId.equals(applicationId))
        .map(leg -> record(leg.uuid))
        .toList();
  }

  /** A leg as the API shows it. */
  Json record(String uuid) {
    Leg leg = find(uuid);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("uuid", leg.uuid);
    record.put("status", leg.status);
    record.put("direction", leg.direction);
    record.put("conversation_uuid", leg.conversation.uuid);
    record.put("from", Json.object("type", "phone", "number", leg.from));
    record.put(
        "to",
        leg.direction.equals("outbound")
            ? leg.endpoint
            : Json.object("type", "phone", "number", leg.to));
    Instant start = leg.startTime;
    if (start != null) {
      record.put("start_time", Times.stamp(start));
    }
    Instant end = leg.endTime;
    if (end != null) {
      record.put("end_time", Times.stamp(end));
      record.put("duration", Long.toString(Times.seconds(leg.duration(end))));
      record.put("rate", Times.rate());
      record.put("price", Times.price(leg.duration(end)));
      record.put("network", "GB-FIXED");
    }
    record.put("_links", Json.object("self", Json.object("href", "/v1/calls/" + leg.uuid)));
    return Json.of(record);
  }

  /** @throws dev.switchboard.sandbox.web.Refusal when the leg cannot be steered any more */
  void requireRunning(String uuid) {
    if (find(uuid).isOver()) {
      throw Problems.notFound("Running call", uuid);
    }
  }

  void hangUpByApi(String uuid) {
    end(find(uuid), "platform");
  }

  void mute(String uuid, boolean on) {
    Leg leg = find(uuid);
    leg.muted = on;
    leg.log.note(on ? "muted" : "no longer muted");
  }

  void earmuff(String uuid, boolean on) {
    Leg leg = find(uuid);
    leg.earmuffed = on;
    leg.log.note(on ? "hears nothing" : "hears again");
  }

  /** The API plays something to a leg. */
  void played(String uuid, String sound) {
    Leg leg = find(uuid);
    if (!leg.earmuffed) {
      leg.log.heard(sound);
    }
  }

  /** The API sends tones to a leg. */
  void toneHeard(String uuid, String digits) {
    find(uuid).log.heard("tones " + digits);
  }

  /** Another NCCO takes the place of the present one. */
  void rerun(String uuid, List<Json> actions) {
    Leg leg = find(uuid);
    Flow present = leg.flow;
    Flow flow = present != null ? present : new Flow(loop, leg, this, events);
    leg.flow = flow;
    leg.log.note("transferred to another NCCO");
    flow.run(actions);
  }

  /** An NCCO from a URL takes the place of the present one, which stays where none can be had. */
  void refetch(String uuid, URI url) {
    Leg leg = find(uuid);
    WebhookTarget target = events.answerTarget(leg, url, "GET");
    events.ask(leg, target, "transfer", answerFields(leg), false, ncco -> {
      if (!leg.isOver()) {
        ncco.ifPresent(actions -> rerun(uuid, actions));
      }
    });
  }

  private Leg add(Leg leg) {
    legs.put(leg.uuid, leg);
    return leg;
  }

  private Leg running(String uuid) {
    Leg leg = find(uuid);
    if (leg.isOver()) {
      throw new IllegalStateException("the call is over");
    }
    return leg;
  }

  private Leg find(String uuid) {
    Leg leg = legs.get(uuid);
    if (leg == null) {
      throw new IllegalArgumentException("there is no call " + uuid);
    }
    return leg;
  }

  private static String newLegId() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
