package dev.switchboard.example;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is on the menu, and the key that orders it. */
enum Pizza {
  MARGHERITA("1"),
  FUNGHI("2"),
  DIAVOLA("3");

  private final String key;

  Pizza(String key) {
    this.key = key;
  }

  static Optional<Pizza> ofKey(String key) {
    return Arrays.stream(values()).filter(pizza -> pizza.key.equals(key)).findFirst();
  }

  String spoken() {
    return name().toLowerCase(Locale.ROOT);
  }
}
