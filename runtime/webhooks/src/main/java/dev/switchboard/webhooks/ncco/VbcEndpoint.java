package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * An extension of Vonage Business Communications. Made by {@link Ncco#vbc}.
 *
 * @param json the options
 */
public record VbcEndpoint(Json json) implements Endpoint {
  /** The extension. */
  public Optional<String> extension() {
    return json.text("extension");
  }
}
