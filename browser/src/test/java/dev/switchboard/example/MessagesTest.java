package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** People who write, on every channel. */
class MessagesTest extends OnPizzaLine {
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

  /** What the page offers is what people can send there on the platform. */
  @Test
  void writesOnEveryChannelAndInEveryType(Sandbox sandbox) {
    Map<String, List<String>> offered = new LinkedHashMap<>();
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Messages");
      for (String channel : options(browser, "Channel")) {
        new Select(browser.role("combobox", "Channel")).selectByVisibleText(channel);
        List<String> types = options(browser, "Type");
        offered.put(channel, types);
        types.forEach(type -> writes(browser, sandbox, channel, type));
      }
      browser.isUnharmed("the messages");
    }
    assertThat(offered)
        .isEqualTo(Map.of(
            "sms", List.of("text"),
            "mms", List.of("text", "image", "vcard", "audio", "video"),
            "rcs", List.of("text", "image", "video", "file", "location"),
            "whatsapp", List.of("text", "image", "audio", "video", "file", "sticker", "location"),
            "messenger", List.of("text", "image", "audio", "video", "file"),
            "viber_service", List.of("text", "image", "video", "file")));
  }

  private static void writes(Browser browser, Sandbox sandbox, String channel, String type) {
    new Select(browser.role("combobox", "Type")).selectByVisibleText(type);
    String content = switch (type) {
      case "text" -> "a word by " + channel;
      case "location" -> "51.5, -0.12";
      default -> "https://files.example/" + channel + "/" + type;
    };
    String field = switch (type) {
      case "text" -> "Text";
      case "location" -> "Latitude, longitude";
      default -> "Address of the file";
    };
    int before = inbound(sandbox).size();
    browser.role("textbox", field).sendKeys(content);
    browser.click("button", "Send");
    String what = type + " by " + channel;
    browser.await(what, () -> inbound(sandbox).size() > before);
    Json arrived = inbound(sandbox).get(before);
    assertThat(arrived.required("channel")).isEqualTo(channel);
    assertThat(arrived.required("message_type")).as(what).isEqualTo(type);
    switch (type) {
      case "text" -> assertThat(arrived.required("text")).isEqualTo(content);
      case "location" ->
        assertThat(arrived.get("location"))
            .isEqualTo(Json.parse("{\"lat\": 51.5, \"long\": -0.12}"));
      default -> assertThat(arrived.get(type).required("url")).as(what).isEqualTo(content);
    }
    browser.await(
        what + " in the thread",
        () -> browser
            .text("list", channel + " with")
            .contains(type.equals("location") ? "writes \"location\"" : content));
    browser.await(
        what + " written, and the field ready for the next",
        () -> Browser.attribute(browser.role("textbox", field), "value").isEmpty());
  }

  /** What the app was told, oldest first. */
  private static List<Json> inbound(Sandbox sandbox) {
    return sandbox.webhooks().stream()
        .filter(webhook -> webhook.kind().equals("messages.inbound_url"))
        .map(Step.Webhook::payload)
        .toList();
  }

  private static List<String> options(Browser browser, String label) {
    return new Select(browser.role("combobox", label))
        .getOptions().stream().map(WebElement::getText).toList();
  }
}
