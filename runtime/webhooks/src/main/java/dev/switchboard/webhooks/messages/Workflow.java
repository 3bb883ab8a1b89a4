package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * The place of a message in a failover sequence.
 *
 * @param json all of it
 */
public record Workflow(Json json) {
  /** Identity of the sequence. */
  public Optional<String> id() {
    Optional<String> value = json.text("workflow_id");
    return value.isPresent() ? value : json.text("id");
  }

  /** Which of the sequence this message is, from 1. */
  public Optional<Long> itemNumber() {
    Optional<Long> value = json.integer("items_number");
    return value.isPresent() ? value : json.integer("item_number");
  }

  /** How many messages the sequence has. */
  public Optional<Long> itemsTotal() {
    Optional<Long> value = json.integer("items_total");
    return value.isPresent() ? value : json.integer("total_items");
  }
}
