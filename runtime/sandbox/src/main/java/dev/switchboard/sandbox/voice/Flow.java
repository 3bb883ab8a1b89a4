package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.time.Timer;
import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the NCCO of one leg, action by action. A new NCCO replaces whatever is left of the present one. */
final class Flow {
  private static final BigDecimal SHORTEST_WAIT = new BigDecimal("0.1");
  private static final BigDecimal LONGEST_WAIT = new BigDecimal("7200");
  private static final BigDecimal WAIT = new BigDecimal("10");

  private final Loop loop;
  private final Leg leg;
  private final Calls calls;
  private final VoiceEvents events;
  private List<Json> actions = List.of();
  private int position;
  /** Grows with each action, so that what belongs to an earlier one is known to be late. */
  private int turn;

  private Instant promptEnd;
  private String bargedKeys = "";
  private boolean barging;
  private @Nullable Input input;
  private @Nullable WebhookTarget eachKey;
  private @Nullable Recording recording;

  Flow(Loop loop, Leg leg, Calls calls, VoiceEvents events) {
    this.loop = loop;
    this.leg = leg;
    this.calls = calls;
    this.events = events;
    this.promptEnd = loop.now();
  }

  /** Starts over with another NCCO. */
  void run(List<Json> ncco) {
    actions = ncco;
    position = 0;
    barging = false;
    bargedKeys = "";
    input = null;
    next(++turn);
  }

  /** Whether it waits for keys or words. */
  boolean listens() {
    Recording running = recording;
    return input != null || eachKey != null || barging || (running != null && running.blocks());
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

  private void later(Duration delay, Runnable task) {
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
        calls.end(leg, "platform");
      } else {
        later(rest, () -> calls.end(leg, "platform"));
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
      case "conversation" -> calls.join(leg, action);
      case "notify" -> notifyApp(action);
      case "wait" -> {
        BigDecimal time =
            action.decimal("timeout").orElse(WAIT).max(SHORTEST_WAIT).min(LONGEST_WAIT);
        later(Times.ofSeconds(time), this::skip);
      }
      case "transfer" -> calls.transfer(leg, action);
      default -> throw new IllegalStateException("checked before");
    }
  }

  private void play(Json action, String sound) {
    leg.log.heard(sound);
    barging |= action.flag("bargeIn").orElse(false);
    int loops = action.integer("loop").orElse(1L).intValue();
    Duration time = calls.speakingTime().multipliedBy(Math.max(1, loops));
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
      eachKey = events.eventTarget(leg, action).orElse(null);
      skip();
      return;
    }
    Input now = new Input(action);
    input = now;
    barging = false;
    String early = bargedKeys;
    bargedKeys = "";
    now.restart(Duration.between(loop.now(), promptEnd));
    early.chars().forEach(key -> press((char) key));
  }

  /** A key. */
  void press(char key) {
    Input now = input;
    Recording running = recording;
    if (now != null && now.takesKeys()) {
      promptEnd = loop.now();
      now.press(key);
    } else if (barging) {
      promptEnd = loop.now();
      bargedKeys += key;
    } else if (running != null && running.endKey.equals(Optional.of(String.valueOf(key)))) {
      endRecording();
      skip();
    } else if (eachKey != null) {
      Map<String, Object> fields = leg.core(loop.now());
      fields.put("dtmf", Json.object("digits", String.valueOf(key), "timed_out", false));
      events.send(leg, Optional.of(eachKey), "digit " + key, fields);
    } else {
      leg.log.note("nobody listens to key " + key);
    }
  }

  /** Words. */
  void say(String text) {
    Input now = input;
    Recording running = recording;
    if (now != null && now.takesSpeech()) {
      promptEnd = loop.now();
      now.finish(
          "",
          false,
          Json.object(
              "timeout_reason",
              "end_on_silence_timeout",
              "results",
              Json.array(List.of(Json.object("text", text, "confidence", "0.95")))),
          "says");
    } else if (running != null && running.endOnSilence) {
      endRecording();
      skip();
    } else {
      leg.log.note("nobody listens to words");
    }
  }

  private void record(Json action) {
    endRecording();
    Recording running = new Recording(action);
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
      calls.recorded(leg, running.action, running.start, events.eventTarget(leg, running.action));
    }
  }

  private void connect(Json action) {
    int mine = turn;
    calls.connect(leg, action, ncco -> {
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

  /** An input action under way. */
  private final class Input {
    private final Json action;
    private final Json dtmf;
    private final List<String> types;
    private String digits = "";
    private int restarts;

    Input(Json action) {
      this.action = action;
      // The flat form without a type is obsolete, but still taken.
      this.dtmf = action.has("type") ? action.get("dtmf") : action;
      this.types = action.has("type")
          ? action.get("type").items().stream()
              .map(each -> each.text().orElse(""))
              .toList()
          : List.of("dtmf");
    }

    boolean takesKeys() {
      return types.contains("dtmf");
    }

    boolean takesSpeech() {
      return types.contains("speech");
    }

    void restart(Duration after) {
      int mine = ++restarts;
      Duration idle = takesKeys()
          ? Times.ofSeconds(dtmf.decimal("timeOut").orElse(new BigDecimal("3")))
          : Duration.ZERO;
      Duration speech = takesSpeech() && digits.isEmpty()
          ? Times.ofSeconds(action.get("speech").decimal("startTimeout").orElse(BigDecimal.TEN))
          : Duration.ZERO;
      Duration time = speech.compareTo(idle) > 0 ? speech : idle;
      later(after.isNegative() ? time : after.plus(time), () -> {
        if (input == this && mine == restarts) {
          finish(digits, true, noSpeech(), digits.isEmpty() ? "nothing" : "digits " + digits);
        }
      });
    }

    private Json noSpeech() {
      return takesSpeech()
          ? Json.object("timeout_reason", "start_timeout", "results", Json.array(List.of()))
          : Json.object("results", Json.array(List.of()));
    }

    void press(char key) {
      if (key == '#' && dtmf.flag("submitOnHash").orElse(false)) {
        finish(digits, false, noWords(), "digits " + digits);
        return;
      }
      digits += key;
      if (digits.length() >= dtmf.integer("maxDigits").orElse(4L)) {
        finish(digits, false, noWords(), "digits " + digits);
      } else {
        restart(Duration.ZERO);
      }
    }

    private Json noWords() {
      return Json.object("results", Json.array(List.of()));
    }

    void finish(String keys, boolean timedOut, Json speech, String about) {
      input = null;
      Map<String, Object> pressed = new LinkedHashMap<>();
      pressed.put("digits", keys.isEmpty() ? null : keys);
      pressed.put("timed_out", timedOut && takesKeys());
      Map<String, Object> fields = leg.core(loop.now());
      fields.put("dtmf", Json.of(pressed));
      fields.put("speech", speech);
      Optional<WebhookTarget> target = events.eventTarget(leg, action);
      turn++;
      if (target.isPresent()) {
        ask(target.get(), "input: " + about, Json.of(fields));
      } else {
        skip();
      }
    }
  }

  /** A recording under way. */
  private final class Recording {
    private final Json action;
    private final Instant start = loop.now();
    private final boolean endOnSilence;
    private final Optional<String> endKey;

    Recording(Json action) {
      this.action = action;
      this.endOnSilence = action.has("endOnSilence");
      this.endKey = action.text("endOnKey");
    }

    /** Only with an end of its own does the next action wait for it. */
    boolean blocks() {
      return endOnSilence || endKey.isPresent();
    }
  }
}
