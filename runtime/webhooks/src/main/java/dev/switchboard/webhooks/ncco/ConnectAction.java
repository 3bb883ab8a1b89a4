package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.CallEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Adds a leg. The next action runs when the endpoint is busy or cannot be reached, or when the leg is over; so several of
 * these in a row ring one after the other.
 *
 * @param json the action, with relative URLs
 */
public record ConnectAction(Json json) implements Action {
  /** Whom to connect: one, in an NCCO that the platform takes. */
  public List<Endpoint> endpoints() {
    return json.get("endpoint").items().stream().map(Endpoint::read).toList();
  }

  /** The number shown. */
  public Optional<String> from() {
    return json.text("from");
  }

  /**
   * Shows this number; ends {@link #randomFrom}. Leave both out where the caller is a user of an app.
   *
   * @param number one of yours, E.164 without a plus, else the one called sees an unknown caller
   */
  public ConnectAction from(String number) {
    return new ConnectAction(json.without("randomFromNumber").with("from", number));
  }

  /** Whether any of the account's numbers is shown; not by default. */
  public Optional<Boolean> randomFromNumber() {
    return json.flag("randomFromNumber");
  }

  /** Shows any of the account's numbers; ends {@link #from(String)}. */
  public ConnectAction randomFrom() {
    return new ConnectAction(json.without("from").with("randomFromNumber", true));
  }

  /** {@code synchronous} where the event URL may answer with an NCCO; not by default. */
  public Optional<String> eventType() {
    return json.text("eventType");
  }

  /** How long it rings; 60 s by default. */
  public Optional<Duration> timeout() {
    return json.seconds("timeout");
  }

  /**
   * How long it rings.
   *
   * @param time 3 to 7200 whole seconds
   */
  public ConnectAction timeout(Duration time) {
    return with("timeout", Range.CONNECT_TIMEOUT.checked(time));
  }

  /** How long the leg lasts at most; 7200 s by default. */
  public Optional<Duration> limit() {
    return json.seconds("limit");
  }

  /**
   * How long the leg lasts at most.
   *
   * @param time 1 to 7200 whole seconds
   */
  public ConnectAction limit(Duration time) {
    return with("limit", Range.CONNECT_LIMIT.checked(time));
  }

  /** {@code continue} or {@code hangup} when a machine answers; no detection by default. */
  public Optional<String> machineDetection() {
    return json.text("machineDetection");
  }

  /** Finds out whether a machine answers; ends the advanced detection, which would win. */
  public ConnectAction machineDetection(MachineBehavior behavior) {
    return new ConnectAction(
        json.without("advancedMachineDetection").with("machineDetection", behavior.wireName()));
  }

  /** How it finds out whether a machine answers; not at all by default. */
  public Optional<AdvancedMachineDetection> advancedMachineDetection() {
    return Options.object(json, "advancedMachineDetection").map(AdvancedMachineDetection::new);
  }

  /** Finds out by the better method whether a machine answers; ends the plain detection. */
  public ConnectAction advancedMachineDetection(AdvancedMachineDetection detection) {
    return new ConnectAction(
        json.without("machineDetection").with("advancedMachineDetection", detection.json()));
  }

  /** What the caller hears until the leg answers; a ringing tone by default. */
  public Optional<String> ringbackTone() {
    return json.text("ringbackTone");
  }

  /**
   * What the caller hears until the leg answers.
   *
   * @param url a file: a path below the base URL or a whole http or https URL
   */
  public ConnectAction ringbackTone(String url) {
    return with("ringbackTone", Options.file("ringbackTone", url));
  }

  /** Where the leg's events go; to the application's event URL by default. */
  public Optional<String> eventUrl() {
    return Options.first(json, "eventUrl");
  }

  /** POST by default, or GET. */
  public Optional<String> eventMethod() {
    return json.text("eventMethod");
  }

  /** Sends the leg's events there; where that method gives an NCCO, the action becomes synchronous by itself. */
  public ConnectAction to(Route<? super CallEvent> route) {
    Json told = Options.report(json, route);
    return new ConnectAction(
        route.givesNcco() ? told.with("eventType", "synchronous") : told.without("eventType"));
  }

  /**
   * Sets an option that this version does not know.
   *
   * @param value what {@link Json#of} takes
   */
  public ConnectAction with(String option, Object value) {
    return new ConnectAction(json.with(option, value));
  }
}
