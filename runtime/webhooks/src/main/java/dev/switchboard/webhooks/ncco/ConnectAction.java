package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.voice.CallEvent;
import java.time.Duration;
import java.util.List;

/**
 * Adds a leg.
 *
 * @param json with relative URLs
 */
public record ConnectAction(Json json) implements Action {
  /** Shows this number. Options that exclude each other replace each other: this one ends {@link #randomFrom}. */
  public ConnectAction from(String number) {
    return new ConnectAction(json.without("randomFromNumber").with("from", number));
  }

  /** Shows any of the account's numbers. */
  public ConnectAction randomFrom() {
    return new ConnectAction(json.without("from").with("randomFromNumber", true));
  }

  /** How long it rings. */
  public ConnectAction timeout(Duration time) {
    return new ConnectAction(json.with("timeout", Math.toIntExact(time.toSeconds())));
  }

  /** Sends the leg's events there; where that method gives an NCCO, the action becomes synchronous by itself. */
  public ConnectAction to(Route<? super CallEvent> route) {
    Json told = json.with("eventUrl", List.of(route.target()));
    return new ConnectAction(
        route.givesNcco() ? told.with("eventType", "synchronous") : told.without("eventType"));
  }
}
