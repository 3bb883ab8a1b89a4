package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * A WhatsApp account in the words of WhatsApp.
 *
 * @param json all of it
 */
public record WhatsAppUser(Json json) {
  /** Id of the person for this business. */
  public Optional<String> userId() {
    return json.text("user_id");
  }

  /** Id of the person for the parent business. */
  public Optional<String> parentUserId() {
    return json.text("parent_user_id");
  }

  /** The number without a plus. */
  public Optional<String> waId() {
    return json.text("wa_id");
  }
}
