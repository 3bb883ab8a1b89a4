package dev.switchboard.example;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The part that has nothing to do with telephones. Thread-safe. */
final class Kitchen {
  /** Where the pizzas are, by customer: in this process, or wherever the copies of an app share it. Thread-safe. */
  interface Oven {
    void put(String customer, Pizza pizza);

    Optional<Pizza> pizzaOf(String customer);
  }

  private static final class OwnOven implements Oven {
    private final Map<String, Pizza> pizzas = new ConcurrentHashMap<>();

    @Override
    public void put(String customer, Pizza pizza) {
      pizzas.put(customer, pizza);
    }

    @Override
    public Optional<Pizza> pizzaOf(String customer) {
      return Optional.ofNullable(pizzas.get(customer));
    }
  }

  private final String phone;
  private final Oven oven;
  private final List<String> log = new ArrayList<>();

  /**
   * A kitchen with an empty oven.
   *
   * @param phone the number on its wall
   */
  Kitchen(String phone) {
    this(phone, new OwnOven());
  }

  /** The same with an oven that may be shared. */
  Kitchen(String phone, Oven oven) {
    this.phone = phone;
    this.oven = oven;
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
    return oven.pizzaOf(customer)
        .map(pizza -> "Your " + pizza.spoken() + " is in the oven. It will be with you soon.")
        .orElse("We have no order from this number.");
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
