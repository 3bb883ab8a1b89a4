package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a message cost.
 *
 * @param json all of it
 */
public record Usage(Json json) {
  /** Currency of the price, {@code EUR}. */
  public Optional<String> currency() {
    return json.text("currency");
  }

  /** Price. */
  public Optional<BigDecimal> price() {
    return json.decimal("price");
  }
}
