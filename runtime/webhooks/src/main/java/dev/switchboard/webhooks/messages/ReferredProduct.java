package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * The product of a catalogue that a message is about.
 *
 * @param json all of it
 */
public record ReferredProduct(Json json) {
  /** The catalogue. */
  public Optional<String> catalogId() {
    return json.text("catalog_id");
  }

  /** The seller's id of the product. */
  public Optional<String> productRetailerId() {
    return json.text("product_retailer_id");
  }
}
