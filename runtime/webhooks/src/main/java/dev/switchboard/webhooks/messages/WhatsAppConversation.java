package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * The conversation in the sense of WhatsApp that a message was charged to.
 *
 * @param json all of it
 */
public record WhatsAppConversation(Json json) {
  /** Identity. */
  public Optional<String> id() {
    return json.text("id");
  }

  /** Who or what opened it: {@code marketing}, {@code utility}, {@code authentication}, {@code service} or {@code referral_conversion}. */
  public Optional<String> originType() {
    return json.get("origin").text("type");
  }
}
