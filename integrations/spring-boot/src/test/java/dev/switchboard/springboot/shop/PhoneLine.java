package dev.switchboard.springboot.shop;

import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.FallbackAnswerUrl;
import dev.switchboard.annotations.MessagesApp;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.CallState;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.FallbackRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import org.springframework.stereotype.Component;

/** Takes orders by telephone; {@link OrderDesk} takes them by message. */
@Component
@SwitchboardApp(name = "Spring Pizza", handlers = OrderDesk.class)
@VoiceApp
@MessagesApp
public class PhoneLine {
  /**
   * What a caller has ordered so far.
   *
   * @param pizzas how many
   */
  public record Order(int pizzas) {}

  private final Kitchen kitchen;

  /** Spring hands over what it needs. */
  public PhoneLine(Kitchen kitchen) {
    this.kitchen = kitchen;
  }

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return menu("Welcome.");
  }

  @CallbackUrl
  Ncco choice(InputEvent input, CallState<Order> order) {
    if (!input.digits().orElse("").equals("1")) {
      return Ncco.of(talk("Goodbye."));
    }
    Order ordered = order.update(old -> new Order(old.map(Order::pizzas).orElse(0) + 1));
    kitchen.bake("pizza " + ordered.pizzas());
    return menu("That makes " + ordered.pizzas() + ".");
  }

  @FallbackAnswerUrl
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(talk("Please call again."));
  }

  @EventUrl
  void event(VoiceEvent event) {}

  private static Ncco menu(String first) {
    return Ncco.of(
        talk(first),
        talk("Press 1 for a pizza.").bargeIn(input().digits(1).to(PhoneLineRoutes.CHOICE)),
        talk("Goodbye."));
  }
}
