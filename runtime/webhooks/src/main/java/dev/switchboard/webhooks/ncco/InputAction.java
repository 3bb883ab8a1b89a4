package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.InputEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * Listens.
 *
 * @param json with relative URLs
 */
public record InputAction(Json json) implements Action, Listening {
  /** An input that does not yet know what to listen to, and so is no action. */
  public static final class Start {
    Start() {}

    /** Up to so many keys. */
    public InputAction digits(int max) {
      return new InputAction(Json.object(
          "action", "input", "type", List.of("dtmf"), "dtmf", Json.object("maxDigits", max)));
    }

    /** Words. */
    public InputAction speech(Speech speech) {
      return new InputAction(
          Json.object("action", "input", "type", List.of("speech"), "speech", speech.json()));
    }
  }

  /** Words as well. */
  public InputAction speech(Speech speech) {
    List<Object> types = Stream.concat(json.get("type").items().stream(), Stream.of("speech"))
        .distinct()
        .toList();
    return new InputAction(json.with("type", types).with("speech", speech.json()));
  }

  /** Sends the result there; without it, to the application's event URL. */
  public InputAction to(Route<? super InputEvent> route) {
    return new InputAction(json.with("eventUrl", List.of(route.target())));
  }
}
