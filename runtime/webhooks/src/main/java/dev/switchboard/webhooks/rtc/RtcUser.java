package dev.switchboard.webhooks.rtc;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.Optional;

/**
 * A user of the application.
 *
 * @param json all of it
 */
public record RtcUser(Json json) {
  /** {@code USR-} and a UUID. */
  public Optional<String> id() {
    return json.text("id");
  }

  /** Unique name. */
  public Optional<String> name() {
    return json.text("name");
  }

  /** Name for people. */
  public Optional<String> displayName() {
    return json.text("display_name");
  }

  /** Picture. */
  public Optional<URI> imageUrl() {
    return json.uri("image_url");
  }

  /** What the application keeps about the user. */
  public Json customData() {
    return json.get("custom_data");
  }
}
