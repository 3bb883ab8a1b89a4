package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.client.Client;
import dev.switchboard.client.ClientSettings;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.testing.AppUnderTest;
import dev.switchboard.testing.SwitchboardTest;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRouter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;

/** The console in front of the pizza line, in a real browser. */
@SwitchboardTest(realTime = true)
class ConsoleTest {
  private static final List<String> VIEWS =
      List.of("Time-line", "Phone", "Messages", "Call-flow", "Plan", "Applications");

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

  @Test
  void writesToTheApp(Sandbox sandbox) {
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Messages");
      browser.role("textbox", "Text").sendKeys("status");
      browser.click("button", "Send");
      browser.await(
          "an answer and its statuses",
          () -> browser.text("list", "whatsapp with").contains("delivered"));
      browser.picture("messages");
      int before = sandbox.webhooks().size();
      new Select(browser.role("combobox", "Status")).selectByVisibleText("rejected");
      browser.click("button", "Tell the app");
      browser.await(
          "the status in the thread",
          () -> browser.text("list", "whatsapp with").contains("rejected"));
      assertThat(sandbox.webhooks().subList(before, sandbox.webhooks().size()))
          .extracting(Step.Webhook::about)
          .containsExactly("rejected");
      assertThat(sandbox.webhooks())
          .extracting(Step.Webhook::about)
          .contains("message", "delivered");
    }
  }

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
  void drawsTheCallFlow(Sandbox sandbox) {
    sandbox
        .call("447700900001")
        .eventuallyHears(MENU)
        .press("1")
        .hears("Press 1 for a margherita, 2 for a funghi, 3 for a diavola.")
        .hangUp();
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Call-flow");
      browser.await(
          "links",
          () -> browser.driver().findElements(By.cssSelector("svg .link")).size() >= 2);
      assertThat(browser.driver().findElements(By.cssSelector("svg .node.good")))
          .isNotEmpty();
      assertThat(browser.driver().findElement(By.className("unseen")).getAttribute("textContent"))
          .contains("/webhooks/answer leads by input to")
          .contains("/webhooks/answer is handled by PizzaLine#answer(AnswerRequest)");
      browser.picture("flow");
    }
  }

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
      browser.picture("plan");
    }
  }

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

      browser.role("article", "Second line").findElement(By.tagName("button")).click();
      WebElement name = browser.role("textbox", "Name");
      name.clear();
      name.sendKeys("Third line");
      browser.click("button", "Save");
      browser.await("the new name", () -> browser.all("article", "Third line").size() == 1);

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
    }
  }

  @Test
  void showsHostileTextAsText(Sandbox sandbox) {
    String hostile =
        "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
    sandbox.whatsApp("447700900001").says(hostile);
    sandbox.sms("<b>447700900002</b>").says(hostile);
    try (Browser browser = Browser.open(sandbox)) {
      browser.await("rows", () -> !browser.all("option", "").isEmpty());
      browser.click("option", "/webhooks/inbound");
      browser.await(
          "the payload", () -> browser.text("complementary", "Webhook").contains("<img src=x"));
      browser.view("Messages");
      browser.click("button", "whatsapp");
      browser.await(
          "the message", () -> browser.text("list", "whatsapp with").contains("<script>"));
      for (String view : VIEWS) {
        browser.view(view);
        assertThat(browser.driver().getTitle()).startsWith(view);
        assertThat(browser.script(
                "return document.querySelectorAll('main img, main script, main b').length"))
            .isEqualTo(0L);
      }
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

  @ParameterizedTest
  @CsvSource({"360, false", "1280, true", "2560, false"})
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
