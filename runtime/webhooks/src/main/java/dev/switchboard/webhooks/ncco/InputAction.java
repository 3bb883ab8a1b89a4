package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.InputEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Listens to keys, speech or both. Its webhook may answer with a new NCCO; where it gives none, the next action runs.
 *
 * @param json the action, with a relative URL
 */
public record InputAction(Json json) implements Action, Listening {
  private static final Json NOTHING = Json.object("action", "input");

  /** Once on the action itself, without a type. */
  static final List<String> FLAT = List.of("timeOut", "maxDigits", "submitOnHash");

  /** An input that does not yet know what to listen to, and so is no action. */
  public static final class Start {
    Start() {}

    /**
     * Up to so many keys.
     *
     * @param max 1 to 20
     */
    public InputAction digits(int max) {
      return dtmf(Ncco.dtmf().maxDigits(max));
    }

    /** Keys. */
    public InputAction dtmf(Dtmf dtmf) {
      return new InputAction(NOTHING).dtmf(dtmf);
    }

    /** Words. */
    public InputAction speech(Speech speech) {
      return new InputAction(NOTHING).speech(speech);
    }

    /** Every key by itself, while the next actions run: one event for each. */
    public InputAction asynchronous() {
      return new InputAction(NOTHING).asynchronous();
    }
  }

  /** What it listens to: {@code dtmf}, {@code speech}. */
  public List<String> types() {
    return Options.texts(json, "type").orElse(List.of());
  }

  /** How it listens to keys; read from the obsolete form, with the settings on the action itself, as well. */
  public Optional<Dtmf> dtmf() {
    if (json.has("dtmf") || json.has("type")) {
      return Options.object(json, "dtmf").map(Dtmf::new);
    }
    Json flat = Json.object();
    for (String option : FLAT) {
      flat = json.has(option) ? flat.with(option, json.get(option)) : flat;
    }
    return flat.names().isEmpty() ? Optional.empty() : Optional.of(new Dtmf(flat));
  }

  /** How it listens to speech. */
  public Optional<Speech> speech() {
    return Options.object(json, "speech").map(Speech::new);
  }

  /** {@code synchronous} by default; {@code asynchronous} where each key is an event of its own. */
  public Optional<String> mode() {
    return json.text("mode");
  }

  /** Where the result goes; to the application's event URL by default. */
  public Optional<String> eventUrl() {
    return Options.first(json, "eventUrl");
  }

  /** POST by default, or GET. */
  public Optional<String> eventMethod() {
    return json.text("eventMethod");
  }

  /** Keys as well. Ends {@link #asynchronous}, which takes no such settings. */
  public InputAction dtmf(Dtmf dtmf) {
    return new InputAction(listening("dtmf").without("mode").with("dtmf", dtmf.json()));
  }

  /** Words as well. */
  public InputAction speech(Speech speech) {
    return new InputAction(listening("speech").with("speech", speech.json()));
  }

  /** Every key by itself, while the next actions run: one event for each. Ends the settings of {@link #dtmf}. */
  public InputAction asynchronous() {
    return new InputAction(listening("dtmf").without("dtmf").with("mode", "asynchronous"));
  }

  /** Sends the result there; without it, to the application's event URL. */
  public InputAction to(Route<? super InputEvent> route) {
    return new InputAction(Options.report(json, route));
  }

  /**
   * Sets an option that this version does not know.
   *
   * @param value what {@link Json#of} takes
   */
  public InputAction with(String option, Object value) {
    return new InputAction(json.with(option, value));
  }

  private Json listening(String type) {
    List<String> types = new ArrayList<>(types());
    if (!types.contains(type)) {
      types.add(type);
    }
    return json.with("type", types);
  }
}
