package dev.switchboard.springboot.shop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Service;

/** A bean like any other. */
@Service
public class Kitchen {
  private final List<String> orders = new CopyOnWriteArrayList<>();

  void bake(String pizza) {
    orders.add(pizza);
  }

  /** What was ordered, in order. */
  public List<String> orders() {
    return orders;
  }
}
