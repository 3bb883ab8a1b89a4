package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.client.Client;
import dev.switchboard.client.ClientSettings;
import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Conversation;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.testing.AppUnderTest;
import dev.switchboard.testing.SwitchboardTest;
import dev.switchboard.webhooks.WebhookRouter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls the pizza line and writes to it, with the platform played by a sandbox. */
@SwitchboardTest
class PizzaLineTest {
  private static final String CUSTOMER = "447700900001";
  private static final String MENU =
      "Press 1 to order, 2 to hear how your order is doing, 3 to speak to the kitchen.";

  private final Kitchen kitchen = new Kitchen("447700900099");

  @AppUnderTest
  WebhookRouter pizzaLine(Sandbox sandbox) {
    SandboxApplication application = sandbox.application();
    ClientSettings settings =
        ClientSettings.of(application.id(), application.privateKey()).apiHost(sandbox.uri());
    return new PizzaLineRouter(
        new PizzaLine(kitchen), new OrderDesk(kitchen, new ClientReplies(Client.of(settings))));
  }

  @Test
  void takesAnOrder(Sandbox sandbox) {
    Call call = sandbox.call(CUSTOMER);
    call.hears("Welcome to the pizza line.").hears(MENU).press("1");
    call.hears("Press 1 for a margherita, 2 for a funghi, 3 for a diavola.").press("3");
    call.hears("One diavola is in the oven. Send us a message to follow it. Goodbye.")
        .ends();

    assertThat(kitchen.log())
        .hasSize(2)
        .startsWith("baking a diavola")
        .last()
        .asString()
        .startsWith("talked for");
  }

  @Test
  void knowsItsMenu(Sandbox sandbox) {
    Call call = sandbox.call(CUSTOMER).eventuallyHears(MENU).press("1");
    call.hears("Press 1 for a margherita, 2 for a funghi, 3 for a diavola.").press("9");
    call.hears("That pizza is not on our menu. Goodbye.").ends();
  }

  @Test
  void saysWhyTheKitchenDoesNotTalk(Sandbox sandbox) {
    sandbox.whenCalled(kitchen.phone(), "busy", Duration.ZERO);

    sandbox
        .call(CUSTOMER)
        .eventuallyHears(MENU)
        .press("3")
        .hears("All hands are in the dough. Please call again.")
        .ends();
  }

  @Test
  void apologisesWhenTheAnswerFails(Sandbox sandbox) {
    sandbox.refuseAnswerUrl();

    sandbox
        .call(CUSTOMER)
        .hears("Our oven is down. Please call again in ten minutes.")
        .ends();
  }

  @Test
  void tellsByMessageHowAnOrderIsDoing(Sandbox sandbox) {
    kitchen.bake(Pizza.FUNGHI, CUSTOMER);
    Conversation customer = sandbox.sms(CUSTOMER);

    customer
        .says("Where is it?")
        .eventuallyGets("Your funghi is in the oven. It will be with you soon.");
  }

  @Test
  void readsOnlyText(Sandbox sandbox) {
    sandbox
        .whatsApp(CUSTOMER)
        .sendsImage("https://pictures.example/hungry.jpg")
        .eventuallyGets("We can only read text. Write to us, or call.");
  }
}
