package dev.switchboard.testing;

import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import java.util.ArrayList;
import java.util.List;

/** An app as a user would write it; its router and manifest are written by hand, since no processor runs here. */
final class Bakery {
  static final Route<InputEvent> CHOICE = Route.nccoCallback("/webhooks/choice");

  private final List<String> orders = new ArrayList<>();

  Ncco answer(AnswerRequest call) {
    return Ncco.of(talk("Press 1 for bread.").bargeIn(input().digits(1).to(CHOICE)));
  }

  Ncco sorry() {
    return Ncco.of(talk("The oven is cold."));
  }

  Ncco choice(InputEvent input) {
    return Ncco.of(talk("You pressed " + input.digits().orElse("nothing") + "."));
  }

  void order(String text) {
    orders.add(text);
  }

  List<String> orders() {
    return orders;
  }
}
