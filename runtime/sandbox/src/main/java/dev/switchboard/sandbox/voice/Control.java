package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.time.Timer;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the API can do to a running leg (domain: platform behaviour, section 4.2). Used from the loop alone. */
final class Control {
  private final Voice voice;

  Control(Voice voice) {
    this.voice = voice;
  }

  void hangUp(Leg leg) {
    voice.legs.end(leg, "platform");
  }

  void mute(Leg leg, boolean on) {
    leg.muted = on;
    leg.log.note(on ? "muted" : "no longer muted");
  }

  void earmuff(Leg leg, boolean on) {
    leg.earmuffed = on;
    leg.log.note(on ? "hears nothing" : "hears again");
  }

  /**
   * Plays something to a leg, in place of what is played to it.
   *
   * @param loops how often, 0 for ever; once is heard at once, the rest as time passes
   */
  void play(Leg leg, String what, String sound, long loops) {
    stop(leg, what);
    if (!leg.earmuffed) {
      leg.hears(sound);
    }
    Duration time = voice.options.speakingTime();
    if (loops != 1 && !time.isZero()) {
      Timer next = voice.loop.after(time, () -> play(leg, what, sound, loops == 0 ? 0 : loops - 1));
      leg.playing.put(what, next);
      leg.timers.add(next);
    }
  }

  /** Plays it no longer. */
  void stop(Leg leg, String what) {
    Timer next = leg.playing.remove(what);
    if (next != null) {
      next.cancel();
    }
  }

  /** Sends tones to a leg. */
  void sendTones(Leg leg, String digits) {
    leg.hears("tones " + digits);
  }

  /** Sends each key to a URL from now on, or no longer. */
  void listen(Leg leg, Optional<URI> url) {
    leg.eachKey = url.map(to -> voice.events.callback(leg, "input", to, "POST"));
    leg.log.note(url.isPresent() ? "its keys are sent to " + url.get() : "its keys are not sent");
  }

  /** Another NCCO takes the place of the present one; whoever was with the leg is so no longer. */
  void run(Leg leg, List<Json> actions) {
    leg.log.note("transferred to another NCCO");
    voice.conversations.part(leg);
    voice.flow(leg).run(actions);
  }

  /** An NCCO from a URL takes the place of the present one, which stays where none can be had. */
  void fetch(Leg leg, URI url) {
    WebhookTarget target = voice.events.answerTarget(leg, url, "GET");
    Json fields = leg.answerFields(voice.host());
    voice.events.ask(leg, target, "transfer", fields, false, ncco -> {
      if (!leg.isOver()) {
        ncco.ifPresent(actions -> run(leg, actions));
      }
    });
  }
}
