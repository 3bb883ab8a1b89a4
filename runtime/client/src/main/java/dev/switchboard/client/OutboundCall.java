package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.ncco.AdvancedMachineDetection;
import dev.switchboard.webhooks.ncco.Endpoint;
import dev.switchboard.webhooks.ncco.MachineBehavior;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.time.Duration;
import java.util.List;

/**
 * A call to make: {@code OutboundCall.to(phone("447700900001")).from("447700900123").running(Ncco.of(talk("Hello.")))}.
 * Immutable, and free of any host: URLs of the app become absolute when the call is made. Without a caller the platform takes
 * one of the account's numbers at random.
 *
 * @param json the body of the API call, with relative URLs
 */
public record OutboundCall(Json json) {
  private static final long LONGEST_RING = 120;
  private static final long LONGEST_CALL = 86_400;

  /** A call to somebody, or something; say next what it is to do. */
  public static OutboundCall to(Endpoint endpoint) {
    return new OutboundCall(
        Json.object("to", List.of(endpoint.json()), "random_from_number", true));
  }

  /**
   * The number that calls.
   *
   * @param number one of the account's, E.164 digits
   */
  public OutboundCall from(String number) {
    return new OutboundCall(json.without("random_from_number")
        .with("from", Json.object("type", "phone", "number", number)));
  }

  /**
   * What happens once it is answered.
   *
   * @param ncco one that the platform would refuse is refused when the call is made
   */
  public OutboundCall running(Ncco ncco) {
    return new OutboundCall(json.without("answer_url", "answer_method").with("ncco", ncco.json()));
  }

  /** Who is asked what happens once it is answered. */
  public OutboundCall answeredBy(Route<? super AnswerRequest> route) {
    return new OutboundCall(json.without("ncco")
        .with("answer_url", List.of(route.target()))
        .with("answer_method", route.method()));
  }

  /** Where its events go, in place of the application's event URL. */
  public OutboundCall eventsTo(Route<? extends VoiceEvent> route) {
    return new OutboundCall(
        json.with("event_url", List.of(route.target())).with("event_method", route.method()));
  }

  /** What to do when a machine answers; the event URL is told who did. */
  public OutboundCall machineDetection(MachineBehavior behavior) {
    return new OutboundCall(
        json.without("advanced_machine_detection").with("machine_detection", behavior.wireName()));
  }

  /** How to find out whether a machine answers, and what to do then. */
  public OutboundCall machineDetection(AdvancedMachineDetection detection) {
    return new OutboundCall(
        json.without("machine_detection").with("advanced_machine_detection", detection.json()));
  }

  /**
   * How long it rings; 60 seconds by default.
   *
   * @param time 1 to 120 whole seconds
   */
  public OutboundCall ringingTimer(Duration time) {
    return with("ringing_timer", seconds("rings", time, LONGEST_RING));
  }

  /**
   * How long it may last; two hours by default.
   *
   * @param time 1 second to 24 hours, whole seconds; the platform's specification says two hours, its SDK a day
   */
  public OutboundCall lengthTimer(Duration time) {
    return with("length_timer", seconds("lasts", time, LONGEST_CALL));
  }

  /**
   * Sets an option that this version does not know; a name that is set already is replaced.
   *
   * @param value what {@link Json#of} takes
   */
  public OutboundCall with(String option, Object value) {
    return new OutboundCall(json.with(option, value));
  }

  private static long seconds(String what, Duration time, long most) {
    if (time.getNano() != 0 || time.getSeconds() < 1 || time.getSeconds() > most) {
      throw new IllegalArgumentException(
          "A call " + what + " for 1 to " + most + " whole seconds, not for " + time + ".");
    }
    return time.getSeconds();
  }
}
