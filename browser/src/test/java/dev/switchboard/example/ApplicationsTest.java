package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.webhooks.Json;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The account, as the console manages it and as its APIs tell it. */
class ApplicationsTest extends OnPizzaLine {
  @Test
  void createsEditsLinksAndDeletesAnApplication(Sandbox sandbox) {
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Applications");
      browser.click("button", "New application");
      browser.role("textbox", "Name").sendKeys("Second line");
      browser.click("checkbox", "messages");
      browser.role("textbox", "inbound_url").sendKeys("https://example.com/in");
      browser.role("textbox", "status_url").sendKeys("https://example.com/status");
      browser.click("button", "Create");
      browser.await(
          "the key, once", () -> browser.text("dialog", "private key").contains("only time"));
      browser.click("button", "Close");
      browser.await(
          "the application",
          () -> browser.text("article", "Second line").contains("https://example.com/in"));
      browser.picture("applications");
      assertThat(browser.driver().findElement(By.tagName("body")).getText())
          .doesNotContain("PRIVATE KEY");
      Json made = Platform.application(sandbox, "Second line");
      assertThat(made.get("capabilities").get("messages").get("webhooks").get("inbound_url"))
          .isEqualTo(
              Json.parse("{\"address\": \"https://example.com/in\", \"http_method\": \"POST\"}"));
      assertThat(made.get("keys").has("private_key")).isFalse();

      String number = Platform.freeNumber(sandbox);
      new Select(browser.role("combobox", number)).selectByVisibleText("Second line");
      browser.await("the link", () -> Platform.leadsTo(sandbox, number).equals(made.text("id")));
      browser.driver().navigate().refresh();
      browser.await(
          "the link after a new look",
          () -> new Select(browser.role("combobox", number))
              .getFirstSelectedOption()
              .getText()
              .equals("Second line"));
      assertThat(browser.all("dialog", "private key")).isEmpty();

      browser.role("article", "Second line").findElement(By.tagName("button")).click();
      WebElement name = browser.role("textbox", "Name");
      name.clear();
      name.sendKeys("Third line");
      browser.click("button", "Save");
      browser.await("the new name", () -> browser.all("article", "Third line").size() == 1);
      assertThat(Platform.application(sandbox, "Third line").text("id")).isEqualTo(made.text("id"));

      browser
          .role("article", "Third line")
          .findElements(By.tagName("button"))
          .get(1)
          .click();
      browser.role("textbox", "Type its name").sendKeys("Third line");
      browser
          .role("dialog", "Delete")
          .findElement(By.cssSelector("button[type=submit]"))
          .click();
      browser.await(
          "no such application", () -> browser.all("article", "Third line").isEmpty());
      assertThat(Platform.names(sandbox)).doesNotContain("Third line");
      assertThat(Platform.leadsTo(sandbox, number)).isEmpty();
    }
  }
}
