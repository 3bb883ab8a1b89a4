package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * The message that this one answers or quotes.
 *
 * @param json all of it
 */
public record MessageContext(Json json) {
  /** Its identity. */
  public Optional<String> messageUuid() {
    return json.text("message_uuid");
  }

  /** Who sent it. */
  public Optional<String> messageFrom() {
    return json.text("message_from");
  }

  /** The product that it shows. */
  public Optional<ReferredProduct> referredProduct() {
    Json product = json.get("whatsapp_referred_product");
    return product.isObject() ? Optional.of(new ReferredProduct(product)) : Optional.empty();
  }
}
