package dev.switchboard.example;

import dev.switchboard.webhooks.StateStore;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.messages.InboundMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The pizza line as its copies run it: with an oven and a list of replies that they share. */
public final class SharedPizzaLine {
  private static final Duration KEPT = Duration.ofHours(1);

  private SharedPizzaLine() {}

  /** The router of a copy. */
  public static WebhookRouter router(StateStore store) {
    Kitchen kitchen = new Kitchen("447700900099", new SharedOven(store));
    return new PizzaLineRouter(
        new PizzaLine(kitchen), new OrderDesk(kitchen, new RecordedReplies(store)));
  }

  /** Where the reply to a message is found in the store. */
  public static String reply(String messageUuid) {
    return "reply/" + messageUuid;
  }

  /** Where the name of a customer's pizza is found in the store. */
  public static String order(String customer) {
    return "order/" + customer;
  }

  /** What is put in twice is in there once. */
  private record SharedOven(StateStore store) implements Kitchen.Oven {
    @Override
    public void put(String customer, Pizza pizza) {
      byte[] name = pizza.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      while (!store.replace(order(customer), store.read(order(customer)), name, KEPT)) {
        // Another copy was faster: look again.
      }
    }

    @Override
    public Optional<Pizza> pizzaOf(String customer) {
      return Optional.ofNullable(store.read(order(customer)))
          .map(name -> new String(name, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT))
          .map(Pizza::valueOf);
    }
  }

  /** A reply is made where there is none yet, in one step. */
  private record RecordedReplies(StateStore store) implements OrderDesk.Replies {
    @Override
    public CompletionStage<?> reply(InboundMessage to, String text) {
      boolean first = store.replace(
          SharedPizzaLine.reply(to.messageUuid()),
          null,
          text.getBytes(StandardCharsets.UTF_8),
          KEPT);
      return CompletableFuture.completedFuture(first ? text : "replied already");
    }
  }
}
