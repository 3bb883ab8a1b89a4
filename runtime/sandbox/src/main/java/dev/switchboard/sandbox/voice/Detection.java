package dev.switchboard.sandbox.voice;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Machine detection on a leg that was called (domain: NCCO reference, section 8.2). Whether a machine answered is known at
 * once here; only its beep takes time. Used from the loop alone.
 */
final class Detection {
  /** Nobody states how long the platform waits for a beep by default; this is the shortest that it takes. */
  private static final BigDecimal BEEP_TIMEOUT = new BigDecimal("45");

  private final Voice voice;
  private final Phones phones;

  Detection(Voice voice, Phones phones) {
    this.voice = voice;
    this.phones = phones;
  }

  /**
   * Detects what was asked for, and lets the call go on when it may.
   *
   * @param options the action, or the body of the API call
   * @param plain the name that it has for the plain detection
   * @param advanced the name that it has for the advanced one, which wins
   */
  void detect(Leg leg, Json options, String plain, String advanced, Runnable proceed) {
    Json more = options.get(advanced);
    Optional<String> behaviour = more.isObject()
        ? Optional.of(more.text("behavior").orElse("continue"))
        : options.text(plain);
    if (behaviour.isEmpty()) {
      proceed.run();
      return;
    }
    String mode = more.text("mode").orElse("default");
    boolean hangUp = behaviour.get().equals("hangup");
    if (mode.equals("default")) {
      // The NCCO runs while detection does.
      leg.timers.add(voice.loop.after(Duration.ZERO, () -> tell(leg, hangUp)));
      proceed.run();
    } else if (tell(leg, hangUp)) {
      if (mode.equals("detect_beep") && phones.of(leg.to).machine()) {
        awaitBeep(leg, more, proceed);
      } else {
        proceed.run();
      }
    }
  }

  /** Tells who answered; false where the call ended over it. */
  private boolean tell(Leg leg, boolean hangUp) {
    boolean machine = phones.of(leg.to).machine();
    send(leg, machine ? "machine" : "human", "");
    if (machine && hangUp) {
      voice.legs.end(leg, "platform");
    }
    return !leg.isOver();
  }

  private void awaitBeep(Leg leg, Json options, Runnable proceed) {
    Duration longest = Times.ofSeconds(options.decimal("beep_timeout").orElse(BEEP_TIMEOUT));
    Optional<Duration> beep = phones.of(leg.to).beep().filter(time -> time.compareTo(longest) <= 0);
    leg.timers.add(voice.loop.after(beep.orElse(longest), () -> {
      send(leg, "machine", beep.isPresent() ? "beep_start" : "beep_timeout");
      proceed.run();
    }));
  }

  /** These two statuses alone name the leg {@code call_uuid}, and have no direction. */
  private void send(Leg leg, String status, String subState) {
    if (status.equals("machine")) {
      leg.status = status;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("call_uuid", leg.uuid);
    fields.put("from", leg.from);
    fields.put("to", leg.to);
    fields.put("status", status);
    fields.put("conversation_uuid", leg.conversation.uuid);
    fields.put("timestamp", Times.stamp(voice.loop.now()));
    if (!subState.isEmpty()) {
      fields.put("sub_state", subState);
    }
    voice.events.send(
        leg,
        voice.events.eventTarget(leg),
        subState.isEmpty() ? status : status + " " + subState,
        fields);
  }
}
