package dev.switchboard.webhooks.video;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.WebhookRequest;
import java.util.List;

/**
 * A video callback. The platform publishes no description of their bodies, so this is an envelope: the kind is the URL it
 * came to, the rest is {@link #json()}. These callbacks are not signed as the others are.
 *
 * @param json all of it
 */
public record VideoEvent(Json json) implements Payload {
  /** Reads it. */
  public static VideoEvent read(WebhookRequest request) {
    return new VideoEvent(request.json());
  }

  /** All of its fields: none is documented. */
  @Override
  public List<String> unknownFields() {
    return VideoFields.NONE.unknownIn(json);
  }
}
