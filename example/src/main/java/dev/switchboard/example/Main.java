package dev.switchboard.example;

import dev.switchboard.client.Client;
import dev.switchboard.server.Server;

/** Serves the pizza line, as the environment says. */
final class Main {
  private Main() {}

  public static void main(String... args) {
    Kitchen kitchen = new Kitchen("447700900099");
    Server.start(new PizzaLineRouter(
        new PizzaLine(kitchen),
        new OrderDesk(kitchen, new ClientReplies(Client.fromEnvironment()))));
  }
}
