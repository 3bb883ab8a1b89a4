package dev.switchboard.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.WebhookRouter;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
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
    assertThat(failure(NoRouter.class)).contains("must return a WebhookRouter, or the URI");
  }

  @Test
  void saysThatNobodyKnowsWhichAppIsThere() {
    assertThat(failure(Nameless.class)).contains("says where an app is, but not which");
  }

  @Test
  void findsAHandlerClassThatNoAppLists() throws Exception {
    Path root = Path.of("target", "unlisted").toAbsolutePath();
    Class<?> app = Forgetful.compiledInto(root);

    assertThatThrownBy(() -> Unlisted.check(app))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("forgetful.Forgotten in " + root + " has webhook methods")
        .hasMessageContaining("handlers of @SwitchboardApp");
  }

  @Test
  void tellsTheRealTimeToAnAppThatSomethingElseServes() {
    assertThat(run(ServedElsewhere.class).testEvents().succeeded().count()).isEqualTo(1);
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
  static class Nameless {
    @AppUnderTest
    URI app() {
      return URI.create("http://localhost:1");
    }

    @Test
    void fails() {}
  }

  @SwitchboardTest(value = Bakery.class, signatureSecret = ServedElsewhere.SECRET)
  static class ServedElsewhere {
    static final String SECRET = "a-secret-that-both-sides-have-been-told";
    private final Server server = Server.start(
        ServerSettings.defaults().port(0).webhooks(webhooks -> webhooks.secret(SECRET)),
        new BakeryRouter(new Bakery()));

    @AppUnderTest
    URI app() {
      return server.uri();
    }

    @Test
    void works(Sandbox sandbox) {
      sandbox.call("447700900001").hears("Press 1 for bread.").press("1").hears("You pressed 1.");
      server.close();
    }
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
