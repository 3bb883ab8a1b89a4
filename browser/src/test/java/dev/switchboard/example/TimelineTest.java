package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The time-line: webhooks as they happen, their failures, replay and faults. */
class TimelineTest extends OnPizzaLine {
  @Test
  void showsAWebhookExplainsItsFailureAndReplaysIt(Sandbox sandbox) {
    sandbox.faults().add("answer_url", Fault.parse("503"), 1);
    sandbox.call("447700900001").eventuallyHears(MENU).hangUp();
    try (Browser browser = Browser.open(sandbox)) {
      browser.click("checkbox", "failures only");
      browser.await(
          "one failure", () -> browser.all("option", "/webhooks/answer").size() == 1);
      browser.click("option", "/webhooks/answer");
      browser.await(
          "its explanation",
          () -> browser.text("complementary", "Webhook").contains("The platform tries this again"));
      assertThat(browser.text("complementary", "Webhook"))
          .contains("PizzaLine#answer(AnswerRequest)");
      browser.picture("timeline");
      int before = sandbox.webhooks().size();
      browser
          .role("complementary", "Webhook")
          .findElements(By.tagName("button"))
          .get(0)
          .click();
      browser.await("one more webhook", () -> sandbox.webhooks().size() > before);
    }
  }

  @Test
  void worksByKeyboard(Sandbox sandbox) {
    sandbox.call("447700900001").eventuallyHears(MENU).hangUp();
    try (Browser browser = Browser.open(sandbox)) {
      WebElement list = browser.role("listbox", "Webhooks");
      browser.await("rows", () -> !browser.all("option", "").isEmpty());
      list.sendKeys(Keys.HOME);
      browser.await(
          "the first chosen",
          () -> Browser.attribute(browser.all("option", "").get(0), "aria-selected")
              .equals("true"));
      list.sendKeys(Keys.ARROW_DOWN);
      browser.await(
          "the second chosen",
          () -> Browser.attribute(browser.all("option", "").get(1), "aria-selected")
              .equals("true"));
      String active = Browser.attribute(list, "aria-activedescendant");
      assertThat(browser.driver().findElement(By.id(active)).getAttribute("aria-posinset"))
          .isEqualTo("2");
    }
  }

  @Test
  void switchesFaultsOnAndOff(Sandbox sandbox) {
    try (Browser browser = Browser.open(sandbox)) {
      browser.driver().findElement(By.tagName("summary")).click();
      new Select(browser.role("combobox", "Where")).selectByVisibleText("input");
      new Select(browser.role("combobox", "What")).selectByVisibleText("503");
      browser.click("button", "Switch on");
      browser.await("the fault", () -> sandbox.faults().lines().equals(List.of("input 503 x1")));
      browser.await(
          "its line",
          () ->
              browser.driver().findElement(By.tagName("details")).getText().contains("input 503"));
      browser.click("button", "All off");
      browser.await("none", () -> sandbox.faults().lines().isEmpty());
    }
  }

  @Test
  void showsTenThousandWebhooks(Sandbox sandbox) {
    // Five webhooks, which double until there are enough.
    sandbox.call("447700900001").eventuallyHears(MENU).hangUp();
    try (Browser browser = Browser.open(sandbox)) {
      browser.await("five rows", () -> rows(browser) == 5);
      long start = System.nanoTime();
      int shown = 5;
      while (shown < 10_000) {
        int enough = Math.min(shown * 19 / 10, 10_000);
        browser.click("button", "Replay all");
        browser.await(enough + " rows", () -> rows(browser) >= enough);
        shown = rows(browser);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d webhooks sent and shown in %.1f s, %.0f a second%n", shown, seconds, shown / seconds);
      assertThat(browser.driver().findElements(By.cssSelector("[role=option]")))
          .hasSizeLessThan(100);
      browser.role("listbox", "Webhooks").sendKeys(Keys.HOME);
      browser.await(
          "the first row",
          () -> Browser.attribute(browser.all("option", "").get(0), "aria-posinset")
              .equals("1"));
    }
  }

  private static int rows(Browser browser) {
    return Integer.parseInt(Browser.attribute(browser.role("listbox", "Webhooks"), "data-count"));
  }
}
