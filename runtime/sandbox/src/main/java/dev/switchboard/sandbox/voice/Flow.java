package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.time.Timer;
import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the NCCO of one leg, action by action. A new NCCO replaces whatever is left of the present one. */
final class Flow {
  private static final BigDecimal SHORTEST_WAIT = new BigDecimal("0.1");
  private static final BigDecimal LONGEST_WAIT = new BigDecimal("7200");
  private static final BigDecimal WAIT = new BigDecimal("10");

  private final Voice voice;
  private final Loop loop;
  private final VoiceEvents events;
  private final Leg leg;
  private List<Json> actions = List.of();
  private int position;
  /** Grows with each action, so that what belongs to an earlier one is known to be late. */
  private int turn;

  private Instant promptEnd;
  private String bargedKeys = "";
  private boolean barging;
  private @Nullable Input input;
  private @Nullable Recording recording;
  private Runnable whenDone;

  Flow(Voice voice, Leg leg) {
    this.voice = voice;
    this.loop = voice.loop;
    this.events = voice.events;
    this.leg = leg;
    this.whenDone = () -> voice.legs.end(leg, "platform");
    this.promptEnd = loop.now();
  }

  /** Starts over with another NCCO. */
  void run(List<Json> ncco) {
    actions = ncco;
    position = 0;
    barging = false;
    bargedKeys = "";
    input = null;
    promptEnd = loop.now();
    next(++turn);
  }

  /** What happens after the last action, in place of the call's end. */
  void then(Runnable what) {
    whenDone = what;
  }

  /** Nothing of the NCCO goes on. */
  void park() {
    turn++;
    actions = List.of();
    input = null;
  }

  /** Whether it waits for keys or words. */
  boolean listens() {
    Recording running = recording;
    return input != null
        || leg.eachKey.isPresent()
        || barging
        || (running != null && running.blocks());
  }

  /** The leg is over. */
  void stop() {
    turn++;
    input = null;
    endRecording();
  }

  /** Ends what goes on now, and goes on with the next action. */
  void skip() {
    next(++turn);
  }

  /** Does something after a time, unless another action has begun by then. */
  void later(Duration delay, Runnable task) {
    int mine = turn;
    Timer timer = loop.after(delay, () -> {
      if (mine == turn && !leg.isOver()) {
        task.run();
      }
    });
    leg.timers.removeIf(each -> each.at().isBefore(loop.now()));
    leg.timers.add(timer);
  }

  private void next(int mine) {
    if (mine != turn || leg.isOver()) {
      return;
    }
    turn++;
    if (position >= actions.size()) {
      Duration rest = Duration.between(loop.now(), promptEnd);
      if (rest.isNegative() || rest.isZero()) {
        whenDone.run();
      } else {
        later(rest, whenDone);
      }
      return;
    }
    Json action = actions.get(position++);
    switch (action.required("action")) {
      case "talk" ->
        play(action, action.text("text").orElse("").replaceAll("<[^>]*>", "").strip());
      case "stream" -> play(action, action.get("streamUrl").get(0).text().orElse(""));
      case "input" -> listen(action);
      case "record" -> record(action);
      case "connect" -> connect(action);
      case "conversation" -> voice.conversations.join(leg, action);
      case "notify" -> notifyApp(action);
      case "wait" -> {
        BigDecimal time =
            action.decimal("timeout").orElse(WAIT).max(SHORTEST_WAIT).min(LONGEST_WAIT);
        later(Times.ofSeconds(time), this::skip);
      }
      case "transfer" -> voice.conversations.transfer(leg, action);
      default -> throw new IllegalStateException("checked before");
    }
  }

  private void play(Json action, String sound) {
    leg.hears(sound);
    barging |= action.flag("bargeIn").orElse(false);
    int loops = action.integer("loop").orElse(1L).intValue();
    Duration time = voice.options.speakingTime().multipliedBy(Math.max(1, loops));
    Instant start = promptEnd.isAfter(loop.now()) ? promptEnd : loop.now();
    promptEnd = start.plus(time);
    if (barging) {
      skip();
    } else if (loops > 0) {
      later(Duration.between(loop.now(), promptEnd), this::skip);
    }
    // A loop of 0 without barge-in goes on until the call ends.
  }

  private void listen(Json action) {
    if (action.text("mode").orElse("").equals("asynchronous")) {
      leg.eachKey = events.eventTarget(leg, action);
      skip();
      return;
    }
    Input now = new Input(this, action, loop.now());
    input = now;
    barging = false;
    String early = bargedKeys;
    bargedKeys = "";
    now.restart(Duration.between(loop.now(), promptEnd));
    early.chars().forEach(key -> press((char) key));
  }

  /** A key; tells whether it was of use. */
  boolean press(char key) {
    Input now = input;
    Recording running = recording;
    if (now != null && now.takesKeys()) {
      promptEnd = loop.now();
      now.press(key);
    } else if (barging) {
      promptEnd = loop.now();
      bargedKeys += key;
    } else if (running != null && running.endsOn(key)) {
      endRecording();
      skip();
    } else {
      return false;
    }
    return true;
  }

  /** Its recording, if one runs. */
  Stream<Recording> recordings() {
    return Stream.ofNullable(recording);
  }

  /** Words; tells whether they were of use. */
  boolean say(String text) {
    Input now = input;
    Recording running = recording;
    if (now != null && now.takesSpeech()) {
      promptEnd = loop.now();
      now.say(text);
    } else if (running != null && running.endsOnSilence()) {
      endRecording();
      skip();
    } else {
      return false;
    }
    return true;
  }

  private void record(Json action) {
    endRecording();
    Recording running = new Recording(action, loop.now());
    recording = running;
    action.decimal("timeOut").ifPresent(limit -> {
      Timer timer = loop.after(Times.ofSeconds(limit), () -> {
        if (recording == running && !leg.isOver()) {
          boolean waited = running.blocks();
          endRecording();
          if (waited) {
            skip();
          }
        }
      });
      leg.timers.add(timer);
    });
    if (!running.blocks()) {
      skip();
    }
  }

  private void endRecording() {
    Recording running = recording;
    if (running != null) {
      recording = null;
      voice.recorder.recorded(leg, leg.conversation, running);
    }
  }

  /** What was said to an input is kept like a recording; tells where. */
  String savedAudio(String text, Instant start) {
    return voice.recorder.saved(leg, text, start);
  }

  /** An input has ended; its result goes to the app, whose answer may be another NCCO. */
  void finished(Input ended, String about, Map<String, Object> result) {
    input = null;
    turn++;
    Map<String, Object> fields = leg.core(loop.now());
    fields.putAll(result);
    Optional<WebhookTarget> target = events.eventTarget(leg, ended.action());
    if (target.isPresent()) {
      ask(target.get(), "input: " + about, Json.of(fields));
    } else {
      skip();
    }
  }

  private void connect(Json action) {
    int mine = turn;
    voice.outbound.connect(leg, action, ncco -> {
      if (mine == turn && !leg.isOver()) {
        ncco.ifPresentOrElse(this::run, this::skip);
      }
    });
  }

  private void notifyApp(Json action) {
    Optional<WebhookTarget> target = events.eventTarget(leg, action);
    if (target.isEmpty()) {
      skip();
      return;
    }
    if (voice.options.bareNotify()) {
      ask(target.get(), "notify", action.get("payload"));
      return;
    }
    Json payload = Json.object(
        "payload", action.get("payload"),
        "conversation_uuid", leg.conversation.uuid,
        "timestamp", Times.stamp(loop.now()));
    ask(target.get(), "notify", payload);
  }

  private void ask(WebhookTarget target, String about, Json payload) {
    int mine = turn;
    events.ask(leg, target, about, payload, false, ncco -> {
      if (mine == turn && !leg.isOver()) {
        ncco.ifPresentOrElse(this::run, this::skip);
      }
    });
  }
}
