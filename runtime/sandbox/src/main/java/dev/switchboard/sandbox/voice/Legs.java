package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.time.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which legs there are, running and lately ended, and how a leg is answered and ends. Used from the loop alone. */
final class Legs {
  /** Ended legs that can still be looked at; what is older makes room. */
  private static final int REMEMBERED = 1_000;

  /** Of so many ended legs the sound that they heard is still there. */
  private static final int WITH_SOUND = 50;

  private final Loop loop;
  private final VoiceEvents events;
  private final KeptCalls kept;
  private final Map<String, Leg> byId = new LinkedHashMap<>();
  private final Queue<Leg> ended = new ArrayDeque<>();
  private final Queue<Leg> withSound = new ArrayDeque<>();
  private Consumer<Leg> leaving = leg -> {};

  Legs(Loop loop, VoiceEvents events, KeptCalls kept) {
    this.loop = loop;
    this.events = events;
    this.kept = kept;
    for (Leg leg : kept.load()) {
      byId.put(leg.uuid, leg);
      if (leg.isOver()) {
        ended.add(leg);
      }
    }
  }

  /** Ends what was going on when the process before this one stopped: the people have hung up since. */
  void resume() {
    for (Leg leg : List.copyOf(byId.values())) {
      if (!leg.isOver()) {
        leg.log.note("the sandbox was stopped while the call went on");
        end(leg, "platform");
      }
    }
  }

  /** Keeps what has changed. */
  void save() {
    if (kept.isWanted()) {
      byId.values().stream().filter(leg -> !leg.isOver()).forEach(kept::save);
    }
  }

  /** Who is told of each leg that has ended, after the app. */
  void whenEnded(Consumer<Leg> listener) {
    leaving = listener;
  }

  /** A leg that nobody has answered yet. */
  Leg add(Leg leg) {
    byId.put(leg.uuid, leg);
    return leg;
  }

  /** @throws IllegalArgumentException when there is none, or no longer */
  Leg find(String uuid) {
    Leg leg = byId.get(uuid);
    if (leg == null) {
      throw new IllegalArgumentException("there is no call " + uuid);
    }
    return leg;
  }

  /**
   * A leg that has not ended.
   *
   * @throws IllegalStateException when it has
   */
  Leg running(String uuid) {
    Leg leg = find(uuid);
    if (leg.isOver()) {
      throw new IllegalStateException("the call is over");
    }
    return leg;
  }

  /** A leg, if it belongs to that application. */
  Optional<Leg> of(String uuid, String applicationId) {
    return Optional.ofNullable(byId.get(uuid))
        .filter(leg -> leg.applicationId.equals(applicationId));
  }

  /** All that are remembered, oldest first. */
  Stream<Leg> all() {
    return byId.values().stream();
  }

  /** A leg has been picked up; it ends by itself after that time. */
  void answered(Leg leg, Duration longest) {
    leg.startTime = loop.now();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("start_time", null);
    more.put("rate", null);
    more.put("network", null);
    events.status(leg, "answered", more);
    leg.timers.add(loop.after(longest, () -> end(leg, "platform")));
  }

  /** Ends a leg and tells everybody; without effect on one that has ended. */
  void end(Leg leg, String by) {
    if (leg.isOver()) {
      return;
    }
    Flow flow = leg.flow;
    if (flow != null) {
      flow.stop();
    }
    leg.endTime = loop.now();
    leg.disconnectedBy = by;
    Duration time = leg.duration(loop.now());
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("start_time", leg.startTime == null ? null : Times.stamp(leg.startTime));
    more.put("end_time", Times.stamp(loop.now()));
    more.put("duration", Long.toString(Times.seconds(time)));
    more.put("rate", Times.rate());
    more.put("price", Times.price(time));
    more.put("network", "GB-FIXED");
    more.put("disconnected_by", by);
    more.put("sip_code", leg.sipCode);
    events.status(leg, "completed", more);
    finish(leg, by);
  }

  /** Ends a leg without a word to the app. */
  void finish(Leg leg, String by) {
    leg.disconnectedBy = by;
    if (leg.endTime == null) {
      leg.endTime = loop.now();
    }
    leg.timers.forEach(Timer::cancel);
    leg.timers.clear();
    endSound(leg);
    kept.save(leg);
    ended.add(leg);
    if (ended.size() > REMEMBERED) {
      Leg oldest = ended.remove();
      byId.remove(oldest.uuid);
      kept.forget(oldest);
    }
    leaving.accept(leg);
  }

  private void endSound(Leg leg) {
    Line line = leg.line;
    if (line != null) {
      leg.line = null;
      line.hangUp();
    }
    if (!leg.sound.duration().isZero()) {
      withSound.add(leg);
    }
    if (withSound.size() > WITH_SOUND) {
      withSound.remove().sound.forget();
    }
  }
}
