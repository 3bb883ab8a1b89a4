package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.AnswerRequest;
import java.util.List;
import java.util.Optional;

/**
 * What happens when a telephone answers, before the callers hear each other.
 *
 * @param json the options {@code dtmfAnswer} and {@code onAnswer}, with relative URLs
 */
public record WhenAnswered(Json json) {
  static final List<String> OPTIONS = List.of("dtmfAnswer", "onAnswer");

  /** Keys pressed for it. */
  public Optional<String> dtmfAnswer() {
    return json.text("dtmfAnswer");
  }

  /**
   * Presses keys, for an extension behind the number.
   *
   * @param keys of {@code 0} to {@code 9}, {@code *}, {@code #} and {@code p}, a pause of half a second
   */
  public WhenAnswered press(String keys) {
    if (keys.isEmpty() || !keys.chars().allMatch(key -> "0123456789*#p".indexOf(key) >= 0)) {
      throw new IllegalArgumentException(
          "dtmfAnswer is made of 0 to 9, *, # and p, not \"" + keys + "\".");
    }
    return new WhenAnswered(json.with("dtmfAnswer", keys));
  }

  /** The URL whose NCCO the one who answers hears. */
  public Optional<String> url() {
    return json.get("onAnswer").text("url");
  }

  /** What the caller hears meanwhile; read from the old name {@code ringback} as well. */
  public Optional<String> ringbackTone() {
    Json onAnswer = json.get("onAnswer");
    Optional<String> tone = onAnswer.text("ringbackTone");
    return tone.isPresent() ? tone : onAnswer.text("ringback");
  }

  /** Asks a URL of the app for an NCCO, which the one who answers hears alone. The platform asks by GET. */
  public WhenAnswered run(Route<? super AnswerRequest> route) {
    return new WhenAnswered(json.with("onAnswer", Json.object("url", route.target())));
  }

  /**
   * As {@link #run(Route)}, and plays something to the caller meanwhile.
   *
   * @param ringbackTone a file: a path below the base URL or a whole http or https URL
   */
  public WhenAnswered run(Route<? super AnswerRequest> route, String ringbackTone) {
    return new WhenAnswered(json.with(
        "onAnswer",
        Json.object(
            "url",
            route.target(),
            "ringbackTone",
            Options.file("onAnswer.ringbackTone", ringbackTone))));
  }
}
