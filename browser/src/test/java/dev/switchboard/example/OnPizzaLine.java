package dev.switchboard.example;

import dev.switchboard.client.Client;
import dev.switchboard.client.ClientSettings;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.testing.AppUnderTest;
import dev.switchboard.testing.SwitchboardTest;
import dev.switchboard.webhooks.WebhookRouter;
import java.util.List;

/** The console in front of the pizza line, in a real browser and in real time. */
@SwitchboardTest(realTime = true)
abstract class OnPizzaLine {
  static final List<String> VIEWS =
      List.of("Time-line", "Phone", "Messages", "Call-flow", "Plan", "Applications");

  static final String MENU =
      "Press 1 to order, 2 to hear how your order is doing, 3 to speak to the kitchen.";

  final Kitchen kitchen = new Kitchen("447700900099");

  @AppUnderTest
  WebhookRouter pizzaLine(Sandbox sandbox) {
    SandboxApplication application = sandbox.application();
    ClientSettings settings =
        ClientSettings.of(application.id(), application.privateKey()).apiHost(sandbox.uri());
    return new PizzaLineRouter(
        new PizzaLine(kitchen), new OrderDesk(kitchen, new ClientReplies(Client.of(settings))));
  }
}
