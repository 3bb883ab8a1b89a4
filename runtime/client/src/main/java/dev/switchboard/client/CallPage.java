package dev.switchboard.client;

import dev.switchboard.webhooks.Json;
import java.util.List;

/**
 * A page of calls.
 *
 * @param json all of it
 */
public record CallPage(Json json) {
  /** The calls on this page. */
  public List<CallRecord> calls() {
    return json.get("_embedded").get("calls").items().stream()
        .map(CallRecord::new)
        .toList();
  }

  /** How many calls there are on all pages. */
  public long count() {
    return json.integer("count").orElse(0L);
  }

  /** Which call of all is the first one here, from 0. */
  public long recordIndex() {
    return json.integer("record_index").orElse(0L);
  }

  /** Whether there are calls behind this page. */
  public boolean hasMore() {
    return !calls().isEmpty() && recordIndex() + calls().size() < count();
  }
}
