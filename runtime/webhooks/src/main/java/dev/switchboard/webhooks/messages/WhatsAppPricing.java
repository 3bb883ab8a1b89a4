package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * How WhatsApp charges a message.
 *
 * @param json all of it
 */
public record WhatsAppPricing(Json json) {
  /** {@code regular}, {@code free_customer_service} or {@code free_entry_point}. */
  public Optional<String> type() {
    return json.text("type");
  }

  /** {@code PMP} (by message) or {@code CBP} (by conversation). */
  public Optional<String> pricingModel() {
    return json.text("pricing_model");
  }

  /** Such as {@code marketing}, {@code utility}, {@code authentication} or {@code service}. */
  public Optional<String> category() {
    return json.text("category");
  }
}
