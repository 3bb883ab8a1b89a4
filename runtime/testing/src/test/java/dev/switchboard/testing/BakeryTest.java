package dev.switchboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.webhooks.WebhookRouter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Reads as a user's test does. */
@SwitchboardTest
@Execution(ExecutionMode.CONCURRENT)
class BakeryTest {
  private final Bakery bakery = new Bakery();

  @AppUnderTest
  WebhookRouter app(Sandbox sandbox) {
    assertThat(sandbox.application().id()).isNotEmpty();
    return new BakeryRouter(bakery);
  }

  @Test
  void answersTheTelephone(Sandbox sandbox) {
    Call call = sandbox.call("447700900001");
    call.hears("Press 1 for bread.").press("1").hears("You pressed 1.").hangUp();
  }

  @Test
  void noticesThatNobodyPressesAKey(Sandbox sandbox) {
    sandbox
        .call("447700900001")
        .hears("Press 1 for bread.")
        .hears("You pressed nothing.")
        .ends();
  }

  @Test
  void apologises(Sandbox sandbox) {
    sandbox.refuseAnswerUrl();
    sandbox.call("447700900001").hears("The oven is cold.");
  }

  @Test
  void takesMessages(Sandbox sandbox, SandboxApplication application) {
    sandbox.sms("447700900001").says("two loaves");

    assertThat(bakery.orders()).containsExactly("two loaves");
    assertThat(application).isEqualTo(sandbox.application());
  }
}
