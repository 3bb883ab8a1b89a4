package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.Optional;

/**
 * Why a message did not arrive. The format of version 0.1 has other names for it.
 *
 * @param json all of it
 */
public record MessageError(Json json) {
  /** URL of the explanation; ends with the code. */
  public Optional<URI> type() {
    return json.uri("type");
  }

  /** The code, such as 1000 for throttled. */
  public Optional<String> code() {
    Optional<String> title = json.text("title");
    return title.isPresent() ? title : json.text("code");
  }

  /** Prose for people. */
  public Optional<String> detail() {
    Optional<String> detail = json.text("detail");
    return detail.isPresent() ? detail : json.text("reason");
  }

  /** Identity of this occurrence, for the support. */
  public Optional<String> instance() {
    return json.text("instance");
  }
}
