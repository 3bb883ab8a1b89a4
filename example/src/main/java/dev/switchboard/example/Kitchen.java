package dev.switchboard.example;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The part that has nothing to do with telephones. Thread-safe. */
final class Kitchen {
  private final String phone;
  private final Map<String, Pizza> oven = new ConcurrentHashMap<>();
  private final List<String> log = new ArrayList<>();

  /**
   * A kitchen with an empty oven.
   *
   * @param phone the number on its wall
   */
  Kitchen(String phone) {
    this.phone = phone;
  }

  String phone() {
    return phone;
  }

  void bake(Pizza pizza, String customer) {
    oven.put(customer, pizza);
    note("baking a " + pizza.spoken());
  }

  /** What to tell a customer who asks. */
  String news(String customer) {
    Pizza pizza = oven.get(customer);
    return pizza == null
        ? "We have no order from this number."
        : "Your " + pizza.spoken() + " is in the oven. It will be with you soon.";
  }

  void talked(Duration time) {
    note("talked for " + time.toSeconds() + " s");
  }

  synchronized void note(String line) {
    log.add(line);
  }

  synchronized List<String> log() {
    return List.copyOf(log);
  }
}
