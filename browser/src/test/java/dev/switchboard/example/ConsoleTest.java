package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.transcript.Step;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;

/** The page as a whole: who may look, who can, and on which screens. */
class ConsoleTest extends OnPizzaLine {
  @Test
  void callsTheApp(Sandbox sandbox) {
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Phone");
      browser.click("button", "Call");
      browser.await(
          "the menu", () -> browser.text("article", "447700900001").contains("Press 1 to order"));
      browser.click("button", "1");
      browser.await(
          "the pizzas", () -> browser.text("article", "447700900001").contains("margherita"));
      browser.picture("phone");
      browser.click("button", "3");
      browser.await("the end", () -> browser.text("article", "447700900001").contains("completed"));
      assertThat(kitchen.log()).anyMatch(line -> line.startsWith("baking a diavola"));
      assertThat(sandbox.webhooks())
          .extracting(Step.Webhook::kind)
          .contains("voice.answer_url", "input");
      assertThat(browser.text("article", "447700900001")).contains("Copy as JUnit test");
    }
  }

  @ParameterizedTest
  @CsvSource({"360, false", "360, true", "1280, false", "1280, true", "2560, false", "2560, true"})
  void isAccessibleAndFits(int width, boolean dark, Sandbox sandbox) {
    sandbox.call("447700900001").eventuallyHears(MENU).hangUp();
    sandbox.whatsApp("447700900001").says("status");
    try (Browser browser = Browser.open(sandbox, width, 900, dark)) {
      for (String view : VIEWS) {
        browser.view(view);
        browser.await(
            "a finished view",
            () -> !browser.driver().findElement(By.tagName("main")).getText().contains("Reading"));
        browser.isAccessible(view + " at " + width);
        assertThat(browser.script("return document.documentElement.scrollWidth"))
            .as(view)
            .isEqualTo((long) width);
        browser.picture(view.toLowerCase(Locale.ROOT) + "-" + width + (dark ? "-dark" : ""));
      }
      assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }
  }

  @Test
  void staysOutWithoutTheToken(Sandbox sandbox) {
    try (Browser browser = Browser.open(sandbox)) {
      assertThat(browser.driver().getCurrentUrl()).doesNotContain("token");
      browser.driver().manage().deleteAllCookies();
      browser.script("sessionStorage.clear()");
      browser.driver().get(sandbox.uri() + "/console");
      browser.driver().navigate().refresh();
      browser.await(
          "the way in",
          () -> browser
              .driver()
              .findElement(By.tagName("main"))
              .getText()
              .contains("its token lets you in"));
    }
  }
}
