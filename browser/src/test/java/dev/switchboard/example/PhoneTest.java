package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.testing.SwitchboardTest;
import org.junit.jupiter.api.Test;

/** The console's phone in front of a line that waits for as long as the browser needs. */
@SwitchboardTest(value = MeetingLine.class, realTime = true)
class PhoneTest {
  @Test
  void hangsUpAndCallsAgain(Sandbox sandbox) {
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Phone");
      browser.click("button", "Call");
      browser.click("button", "Hang up");
      browser.await("the end", () -> browser.text("article", "447700900001").contains("hangs up"));
      browser.click("button", "Call");
      browser.await("both calls", () -> browser.all("article", "447700900001").size() == 2);
      assertThat(sandbox.webhooks())
          .extracting(Step.Webhook::about)
          .contains("completed")
          .filteredOn("answer"::equals)
          .hasSize(2);
    }
  }
}
