package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/** One side of a message: text in version 1, an object with a number or an id in version 0.1. */
final class Party {
  private Party() {}

  static String of(Json message, String name) {
    Json party = message.get(name);
    if (!party.isObject()) {
      return message.required(name);
    }
    Optional<String> number = party.text("number");
    return number.isPresent() ? number.get() : party.required("id");
  }
}
