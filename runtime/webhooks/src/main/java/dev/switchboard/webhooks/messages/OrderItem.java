package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A product in an order.
 *
 * @param json all of it
 */
public record OrderItem(Json json) {
  /** The seller's id of it. */
  public Optional<String> productRetailerId() {
    return json.text("product_retailer_id");
  }

  /** How many. */
  public Optional<Long> quantity() {
    return json.integer("quantity");
  }

  /** Price of one. */
  public Optional<BigDecimal> itemPrice() {
    return json.decimal("item_price");
  }

  /** Currency of the price, such as {@code EUR}. */
  public Optional<String> currency() {
    return json.text("currency");
  }
}
