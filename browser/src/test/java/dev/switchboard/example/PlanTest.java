package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.webhooks.Json;
import org.junit.jupiter.api.Test;

/** What the project wants beside what is applied and live. */
class PlanTest extends OnPizzaLine {
  @Test
  void setsDesiredAppliedAndLiveSideBySide(Sandbox sandbox) {
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Plan");
      String project = "dev.switchboard.example.PizzaLine in test";
      browser.await(
          "nothing to do",
          () -> browser.text("region", project).contains("The platform is what the project says."));
      String id = sandbox.application().id();
      sandbox.setCapabilities(id, Json.parse("{\"messages\":{\"version\":\"v1\"}}"));
      browser.click("button", "Look again");
      browser.await(
          "drift", () -> browser.text("region", project).contains("not as the project says"));
      browser.click("checkbox", "differences only");
      browser.await(
          "what it means",
          () -> browser
              .text("region", "Values of " + project)
              .contains("changed elsewhere; apply brings it back"));
      assertThat(browser.text("region", "Values of " + project))
          .contains("voice.answer_url.address")
          .doesNotContain("as applied");
      // Whoever looks changes nothing.
      Json live = Platform.application(sandbox, "under test");
      assertThat(live.required("id")).isEqualTo(id);
      assertThat(live.get("capabilities").names()).containsExactly("messages");
      browser.picture("plan");
    }
  }
}
