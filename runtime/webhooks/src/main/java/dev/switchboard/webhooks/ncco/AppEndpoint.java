package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * A user who is signed in to an app of yours. Made by {@link Ncco#app}.
 *
 * @param json the options
 */
public record AppEndpoint(Json json) implements Endpoint {
  /** Name of the user. */
  public Optional<String> user() {
    return json.text("user");
  }
}
