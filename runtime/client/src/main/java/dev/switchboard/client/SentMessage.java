package dev.switchboard.client;

import dev.switchboard.webhooks.Json;

/**
 * The platform's receipt for a message. What becomes of it comes to the status webhook.
 *
 * @param json all of it
 */
public record SentMessage(Json json) {
  /**
   * Identity of the message, which its statuses carry.
   *
   * @throws IllegalStateException where the platform left it out
   */
  public String messageUuid() {
    return json.required("message_uuid");
  }
}
