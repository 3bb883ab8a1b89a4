package dev.switchboard.example;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.FallbackAnswerUrl;
import dev.switchboard.annotations.MessagesApp;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.FallbackRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.time.Duration;
import java.util.Optional;

/** Takes orders by telephone; {@link OrderDesk} answers messages about them. */
@SwitchboardApp(name = "Pizza Line ${stage}", numbers = "orders", handlers = OrderDesk.class)
@VoiceApp
@MessagesApp
public final class PizzaLine {
  private final Kitchen kitchen;

  public PizzaLine(Kitchen kitchen) {
    this.kitchen = kitchen;
  }

  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(
        talk("Welcome to the pizza line."),
        talk("Press 1 to order, 2 to hear how your order is doing, 3 to speak to the kitchen.")
            .bargeIn(input().digits(1).to(PizzaLineRoutes.CHOICE)),
        talk("We heard nothing. Goodbye."));
  }

  @CallbackUrl
  Ncco choice(InputEvent input) {
    return switch (input.digits().orElse("")) {
      case "1" ->
        Ncco.of(
            talk("Press 1 for a margherita, 2 for a funghi, 3 for a diavola.")
                .bargeIn(input().digits(1).to(PizzaLineRoutes.PIZZA)),
            talk("That pizza is not on our menu. Goodbye."));
      case "2" -> Ncco.of(talk(kitchen.news(input.from().orElse(""))));
      case "3" ->
        Ncco.of(connect(phone(kitchen.phone()))
            .timeout(Duration.ofSeconds(20))
            .to(PizzaLineRoutes.KITCHEN_LEG));
      default -> Ncco.of(talk("That key does nothing. Goodbye."));
    };
  }

  /** Without an NCCO the call goes on with the one it has: it hears that the pizza is not on the menu. */
  @CallbackUrl
  Optional<Ncco> pizza(InputEvent input) {
    return input.digits().flatMap(Pizza::ofKey).map(pizza -> {
      kitchen.bake(pizza, input.from().orElse("someone"));
      return Ncco.of(talk(
          "One " + pizza.spoken() + " is in the oven. Send us a message to follow it. Goodbye."));
    });
  }

  @CallbackUrl
  Ncco kitchenLeg(CallEvent.Busy leg) {
    return Ncco.of(talk("All hands are in the dough. Please call again."));
  }

  @CallbackUrl
  Ncco kitchenLeg(CallEvent.Unanswered leg) {
    return Ncco.of(talk("The kitchen does not hear the telephone. Please call again."));
  }

  @CallbackUrl
  void kitchenLeg(CallEvent leg) {}

  @FallbackAnswerUrl
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(talk("Our oven is down. Please call again in ten minutes."));
  }

  @EventUrl
  void hungUp(CallEvent.Completed call) {
    kitchen.talked(call.duration().orElse(Duration.ZERO));
  }

  @EventUrl
  void otherwise(VoiceEvent event) {}
}
