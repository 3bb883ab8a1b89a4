package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.Numbers;
import dev.switchboard.sandbox.account.Users;
import dev.switchboard.sandbox.audio.Sound;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.store.Transcripts;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.transcript.Transcript;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All calls of the account: what people do in them, and a look at each. Used from the loop alone. */
public final class Calls {
  private final Numbers numbers;
  private final Voice voice;
  private final Inbound inbound;
  private final Control control;
  private final CallRecords records;

  /**
   * No calls yet.
   *
   * @param host where recordings are fetched from
   */
  public Calls(
      Loop loop,
      Store store,
      Transcripts transcripts,
      Applications applications,
      Numbers numbers,
      Deliveries deliveries,
      Faults faults,
      Phones phones,
      Users users,
      VoiceOptions options,
      Supplier<URI> host) {
    this.numbers = numbers;
    VoiceEvents events = new VoiceEvents(loop, applications, deliveries, faults);
    this.voice =
        new Voice(loop, store, transcripts, deliveries, events, phones, users, options, host);
    this.inbound = new Inbound(voice, applications, numbers);
    this.control = new Control(voice);
    this.records = new CallRecords(voice.legs);
  }

  /**
   * Somebody calls a number of the account.
   *
   * @return the leg's id
   * @throws IllegalArgumentException when the account does not own the number
   */
  public String dial(String from, String to) {
    return inbound.dial(from, to).uuid;
  }

  /**
   * The app calls somebody.
   *
   * @param body of {@code POST /v1/calls}, checked before
   */
  Leg place(Application application, Json body) {
    return voice.outbound.place(application, numbers.owned().get(0).msisdn(), body);
  }

  /** The person presses keys, {@code p} being a pause. */
  public void press(String uuid, String digits) {
    Leg leg = voice.legs.running(uuid);
    leg.does("presses " + digits);
    digits.chars().filter(key -> key != 'p').forEach(each -> {
      char key = (char) each;
      Flow flow = leg.flow;
      boolean heard = voice.websockets.key(leg, key);
      if ((flow == null || !flow.press(key)) && !voice.events.key(leg, key) && !heard) {
        leg.log.note("nobody listens to key " + key);
      }
    });
  }

  /** The person speaks. */
  public void say(String uuid, String text) {
    Leg leg = voice.legs.running(uuid);
    leg.does("says \"" + text + "\"");
    boolean heard = voice.conversations.speak(leg, text);
    Flow flow = leg.flow;
    if ((flow == null || !flow.say(text)) && !heard) {
      leg.log.note("nobody listens to words");
    }
  }

  /** The person makes sound, which websockets and recordings of the call hear at the pace of a call. */
  public void speak(String uuid, Sound sound) {
    Leg leg = voice.legs.running(uuid);
    leg.does("makes " + sound);
    if (!voice.websockets.hears(leg) && leg.conversation.recordings().isEmpty()) {
      leg.log.note("no websocket and no recording hears it");
    }
    voice.websockets.speak(leg, sound);
  }

  /** Whether a sound is still being made. */
  public boolean isSpeaking(String uuid) {
    return voice.legs.find(uuid).speaking > 0;
  }

  /** Whether a websocket would hear sound now. */
  public boolean isHeardByWebsocket(String uuid) {
    return voice.websockets.hears(voice.legs.find(uuid));
  }

  /** Whether a websocket would hear sound now, or a recording while the call waits for the person. */
  public boolean isSoundHeard(String uuid) {
    Leg leg = voice.legs.find(uuid);
    return voice.websockets.hears(leg)
        || (isHeard(uuid) && !leg.conversation.recordings().isEmpty());
  }

  /** What the person has heard from websockets so far. */
  public Sound heard(String uuid) {
    return voice.legs.find(uuid).sound.sound();
  }

  /** How long {@link #heard} is. */
  public Duration heardTime(String uuid) {
    return voice.legs.find(uuid).sound.duration();
  }

  /** The person hangs up; without effect when the call is over. */
  public void hangUp(String uuid) {
    Leg leg = voice.legs.find(uuid);
    if (!leg.isOver()) {
      leg.does("hangs up");
      voice.legs.end(leg, "user");
    }
  }

  /** Whether keys or words would be listened to now. */
  public boolean listens(String uuid) {
    Leg leg = voice.legs.find(uuid);
    Flow flow = leg.flow;
    return leg.eachKey.isPresent()
        || (flow != null && flow.listens())
        || voice.websockets.hears(leg);
  }

  /** Whether words would be heard now, by the platform or by somebody. */
  public boolean isHeard(String uuid) {
    Leg leg = voice.legs.find(uuid);
    return listens(uuid)
        || (leg.isAnswered() && leg.conversation.listeners(leg).findAny().isPresent());
  }

  /** How the transcript calls the person at a leg. */
  public String who(String uuid) {
    return voice.legs.find(uuid).who;
  }

  /** Whether the call has ended and every webhook of it is done with. */
  public boolean isDone(String uuid) {
    Leg leg = voice.legs.find(uuid);
    return leg.isOver() && leg.log.isQuiet();
  }

  /** Whether the call has ended. */
  public boolean isOver(String uuid) {
    return voice.legs.find(uuid).isOver();
  }

  /** What happened in a call so far. */
  public Transcript transcript(String uuid) {
    return voice.legs.find(uuid).log.snapshot();
  }

  /** The last status of a leg. */
  public String status(String uuid) {
    return voice.legs.find(uuid).status;
  }

  /** The ids of all legs that are remembered, oldest first. */
  public List<String> all() {
    return voice.legs.all().map(leg -> leg.uuid).toList();
  }

  /** The newest leg that was called at a number, if any. */
  public Optional<String> calledAt(String number) {
    return voice
        .legs
        .all()
        .filter(leg -> leg.direction.equals("outbound") && leg.to.equals(number))
        .map(leg -> leg.uuid)
        .reduce((first, second) -> second);
  }

  /** Goes on with what the process before this one did not finish. */
  public void resume() {
    voice.legs.resume();
  }

  /** Ends every websocket. */
  public void close() {
    voice.websockets.close();
  }

  /** Keeps what has changed. */
  public void save() {
    voice.legs.save();
  }

  /** The recordings of all calls. */
  public Recordings recordings() {
    return voice.recordings;
  }

  /** The host that the platform names to its clients. */
  URI host() {
    return voice.host();
  }

  Legs legs() {
    return voice.legs;
  }

  Control control() {
    return control;
  }

  RateLimits limits() {
    return voice.limits;
  }

  CallRecords records() {
    return records;
  }
}
