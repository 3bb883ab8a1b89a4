package dev.switchboard.sandbox.voice;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An input action under way: collects keys or words until its end. Used from the loop alone. */
final class Input {
  private static final BigDecimal IDLE = new BigDecimal("3");
  private static final long MOST_DIGITS = 4;

  private final Flow flow;
  private final Json action;
  private final Json dtmf;
  private final List<String> types;
  private String digits = "";
  private final Instant start;
  private int restarts;
  private boolean over;

  Input(Flow flow, Json action, Instant start) {
    this.flow = flow;
    this.start = start;
    this.action = action;
    // The flat form without a type is obsolete, but still taken.
    this.dtmf = action.has("type") ? action.get("dtmf") : action;
    this.types = action.has("type")
        ? action.get("type").items().stream()
            .map(each -> each.text().orElse(""))
            .toList()
        : List.of("dtmf");
  }

  Json action() {
    return action;
  }

  boolean takesKeys() {
    return types.contains("dtmf");
  }

  boolean takesSpeech() {
    return types.contains("speech");
  }

  /** Listens from now on, or once that time has passed. */
  void restart(Duration after) {
    int mine = ++restarts;
    Duration idle =
        takesKeys() ? Times.ofSeconds(dtmf.decimal("timeOut").orElse(IDLE)) : Duration.ZERO;
    Duration speech = takesSpeech() && digits.isEmpty()
        ? Times.ofSeconds(action.get("speech").decimal("startTimeout").orElse(BigDecimal.TEN))
        : Duration.ZERO;
    Duration time = speech.compareTo(idle) > 0 ? speech : idle;
    flow.later(after.isNegative() ? time : after.plus(time), () -> {
      if (!over && mine == restarts) {
        finish(true, noSpeech(), digits.isEmpty() ? "nothing" : "digits " + digits);
      }
    });
  }

  void press(char key) {
    if (key == '#' && dtmf.flag("submitOnHash").orElse(false)) {
      finish(false, noWords(), "digits " + digits);
      return;
    }
    digits += key;
    if (digits.length() >= dtmf.integer("maxDigits").orElse(MOST_DIGITS)) {
      finish(false, noWords(), "digits " + digits);
    } else {
      restart(Duration.ZERO);
    }
  }

  void say(String text) {
    digits = "";
    Json speech = Json.object(
        "timeout_reason",
        "end_on_silence_timeout",
        "results",
        Json.array(List.of(Json.object("text", text, "confidence", "0.95"))));
    boolean saves = action.get("speech").flag("saveAudio").orElse(false);
    finish(
        false, saves ? speech.with("recording_url", flow.savedAudio(text, start)) : speech, "says");
  }

  private Json noSpeech() {
    return takesSpeech()
        ? Json.object("timeout_reason", "start_timeout", "results", Json.array(List.of()))
        : noWords();
  }

  private static Json noWords() {
    return Json.object("results", Json.array(List.of()));
  }

  private void finish(boolean timedOut, Json speech, String about) {
    over = true;
    Map<String, Object> pressed = new LinkedHashMap<>();
    pressed.put("digits", digits.isEmpty() ? null : digits);
    pressed.put("timed_out", timedOut && takesKeys());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("dtmf", Json.of(pressed));
    result.put("speech", speech);
    flow.finished(this, about, result);
  }
}
