package dev.switchboard.client;

import dev.switchboard.webhooks.Json;

/**
 * The platform's receipt for a call.
 *
 * @param json all of it
 */
public record CreatedCall(Json json) {
  /**
   * Identity of the leg, which its events carry and which steers it. Not always a UUID with dashes.
   *
   * @throws dev.switchboard.webhooks.JsonException where the platform left it out
   */
  public String uuid() {
    return json.required("uuid");
  }

  /**
   * Identity of the conversation.
   *
   * @throws dev.switchboard.webhooks.JsonException where the platform left it out
   */
  public String conversationUuid() {
    return json.required("conversation_uuid");
  }

  /** {@code started}; empty where the platform left it out. */
  public String status() {
    return json.text("status").orElse("");
  }
}
