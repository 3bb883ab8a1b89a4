package dev.switchboard.sandbox.message;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that the app has sent, alone or as one item of a workflow.
 *
 * @param uuid its id
 * @param application the one whose token was shown; empty where it was the account's key
 * @param message as it was sent
 * @param refused the code that it fails with, if it does
 * @param workflow the id that all items share; empty where there is only one
 * @param number which item it is, 1 for the first
 * @param items all of them
 */
record Sent(
    String uuid,
    Optional<String> application,
    Json message,
    Optional<String> refused,
    String workflow,
    int number,
    List<Json> items) {

  /** A message with what is to be sent in its place, should it fail. */
  static Sent first(Optional<String> application, Json message) {
    List<Json> items = new ArrayList<>();
    items.add(message.without("failover"));
    items.addAll(message.get("failover").items());
    String workflow = items.size() == 1 ? "" : UUID.randomUUID().toString();
    return new Sent(
        UUID.randomUUID().toString(),
        application,
        items.get(0),
        Optional.empty(),
        workflow,
        1,
        List.copyOf(items));
  }

  /** The next item, if there is one. */
  Optional<Sent> next() {
    return number >= items.size()
        ? Optional.empty()
        : Optional.of(new Sent(
            UUID.randomUUID().toString(),
            application,
            items.get(number),
            Optional.empty(),
            workflow,
            number + 1,
            items));
  }

  Sent refusedWith(Optional<String> code) {
    return new Sent(uuid, application, message, code, workflow, number, items);
  }

  /** What each of its statuses says of the workflow. */
  Optional<Json> position() {
    return workflow.isEmpty()
        ? Optional.empty()
        : Optional.of(Json.object(
            "workflow_id", workflow,
            "items_number", Integer.toString(number),
            "items_total", Integer.toString(items.size())));
  }

  Json toJson(List<String> left) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("message_uuid", uuid);
    application.ifPresent(id -> json.put("application_id", id));
    json.put("message", message);
    json.put("left", Json.array(left));
    refused.ifPresent(code -> json.put("refused", code));
    if (!workflow.isEmpty()) {
      json.put("workflow", workflow);
      json.put("number", number);
      json.put("items", Json.array(items));
    }
    return Json.of(json);
  }

  static Sent of(Json json) {
    return new Sent(
        json.required("message_uuid"),
        json.text("application_id"),
        json.get("message"),
        json.text("refused"),
        json.text("workflow").orElse(""),
        json.integer("number").orElse(1L).intValue(),
        json.has("items") ? json.get("items").items() : List.of(json.get("message")));
  }
}
