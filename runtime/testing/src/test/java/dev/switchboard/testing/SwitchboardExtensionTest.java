package dev.switchboard.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.webhooks.WebhookRouter;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a user is told when something is wrong. */
class SwitchboardExtensionTest {
  @Test
  void makesAnAppByItself() {
    assertThat(run(MadeByTheKit.class).testEvents().succeeded().count()).isEqualTo(1);
  }

  @Test
  void printsTheTranscriptOfAFalseExpectation() {
    assertThat(failure(WrongWords.class))
        .contains("expected \"Welcome.\"")
        .contains("hears \"Press 1 for bread.\"")
        .contains("started");
  }

  @Test
  void saysThatThereIsNoApp() {
    assertThat(failure(NoApp.class)).contains("names no app").contains("@AppUnderTest");
  }

  @Test
  void saysThatThereAreTwoApps() {
    assertThat(failure(TwoMethods.class)).contains("two @AppUnderTest methods");
  }

  @Test
  void saysThatAMethodMakesNoRouter() {
    assertThat(failure(NoRouter.class)).contains("must return a WebhookRouter");
  }

  @Test
  void saysThatAnAppWasNotProcessed() {
    assertThat(failure(NotProcessed.class)).contains("No manifest");
  }

  private static EngineExecutionResults run(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(type)).execute();
  }

  private static String failure(Class<?> type) {
    return run(type).testEvents().failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> String.valueOf(result.getThrowable().orElseThrow().getMessage()))
        .findFirst()
        .orElseThrow();
  }

  @SwitchboardTest(Bakery.class)
  static class MadeByTheKit {
    @Test
    void works(Sandbox sandbox) {
      sandbox.call("447700900001").hears("Press 1 for bread.");
    }
  }

  @SwitchboardTest(Bakery.class)
  static class WrongWords {
    @Test
    void fails(Sandbox sandbox) {
      sandbox.call("447700900001").hears("Welcome.");
    }
  }

  @SwitchboardTest
  static class NoApp {
    @Test
    void fails() {}
  }

  @SwitchboardTest
  static class TwoMethods {
    @AppUnderTest
    WebhookRouter one() {
      return new BakeryRouter(new Bakery());
    }

    @AppUnderTest
    WebhookRouter two() {
      return new BakeryRouter(new Bakery());
    }

    @Test
    void fails() {}
  }

  @SwitchboardTest
  static class NoRouter {
    @AppUnderTest
    String app() {
      return "none";
    }

    @Test
    void fails() {}
  }

  @SwitchboardTest(String.class)
  static class NotProcessed {
    @Test
    void fails() {}
  }
}
