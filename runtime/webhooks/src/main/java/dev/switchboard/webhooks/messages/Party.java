package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * One side of a message in the format of version 0.1; version 1 has plain text there.
 *
 * @param json all of it
 */
public record Party(Json json) {
  /** The channel: {@code sms}, {@code mms}, {@code whatsapp}, {@code messenger} or {@code viber_service_msg}. */
  public Optional<String> type() {
    return json.text("type");
  }

  /** The number; not of Messenger. */
  public Optional<String> number() {
    return json.text("number");
  }

  /** The id, of Messenger and Viber. */
  public Optional<String> id() {
    return json.text("id");
  }

  static Optional<Party> read(Json message, String name) {
    Json party = message.get(name);
    return party.isObject() ? Optional.of(new Party(party)) : Optional.empty();
  }

  /** The side as one text, whatever the version of the format. */
  static String address(Json message, String name) {
    Json party = message.get(name);
    if (!party.isObject()) {
      return message.required(name);
    }
    Optional<String> number = party.text("number");
    return number.isPresent() ? number.get() : party.required("id");
  }
}
