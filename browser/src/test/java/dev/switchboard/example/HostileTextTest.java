package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Whatever comes from outside is shown as text, in every field that carries it. */
class HostileTextTest extends OnPizzaLine {
  /** Each would leave {@code window.owned}, an element or a handler behind, were it taken for markup. */
  private static final String MARKUP =
      "<img src=x onerror=owned=1><script>owned=1</script>\"><svg onload=owned=1>'><b onclick=owned=1>b</b> javascript:owned=1"
          + " {{constructor.constructor('owned=1')()}} ${owned=1} &lt;i&gt;";

  /** Turns the reading direction round, ends a terminal's line, is no character. */
  private static final String CONTROL =
      MARKUP + " \u202Efdp.exe\u202C \u0007\u001b[31m \u0000 \uFFFE";

  @ParameterizedTest
  @ValueSource(strings = {MARKUP, CONTROL})
  void isTextInWhatPeopleSay(String hostile, Sandbox sandbox) throws IOException {
    sandbox.whatsApp("447700900001").says(hostile);
    sandbox.sms(hostile).says(hostile);
    sandbox.whatsApp("447700900001").sendsImage("https://x.example/?q=" + hostile);
    sandbox.call(hostile).eventuallyHears(MENU).says(hostile).hangUp();
    lookEverywhere(sandbox, "what people say");
  }

  @Test
  void isTextInWhatTheAppAnswers(Sandbox sandbox) throws IOException {
    HttpServer app =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    app.createContext("/", exchange -> {
      boolean answer = exchange.getRequestURI().getPath().equals("/ncco");
      byte[] body = (answer
              ? Json.array(List.of(Json.object("action", "talk", "text", CONTROL)))
                  .write()
              : MARKUP)
          .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer ? "application/json" : "text/html");
      exchange.getResponseHeaders().set("X-Hostile", MARKUP);
      exchange.sendResponseHeaders(answer ? 200 : 500, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    app.start();
    try {
      String base = "http://127.0.0.1:" + app.getAddress().getPort();
      String query = "?q=" + encoded(MARKUP);
      sandbox.setCapabilities(
          sandbox.application().id(),
          Json.object(
              "voice",
              Json.object(
                  "webhooks",
                  Json.object(
                      "answer_url",
                      Json.object("address", base + "/ncco" + query, "http_method", "GET"),
                      "event_url",
                      Json.object("address", base + "/<b>" + query, "http_method", "POST")))));
      sandbox.call("447700900001").ends();
      lookEverywhere(sandbox, "what the app answers");
    } finally {
      app.stop(0);
    }
  }

  @Test
  void isTextInWhatToolsSay(Sandbox sandbox) throws IOException {
    Json webhook =
        Json.object("address", "https://x.example/?q=" + encoded(MARKUP), "http_method", "POST");
    Json voice = Json.object(
        "voice", Json.object("webhooks", Json.object("answer_url", webhook, "event_url", webhook)));
    String name = MARKUP.substring(0, 150);
    Platform.send(
        sandbox, "POST", "/v2/applications", Json.object("name", name, "capabilities", voice));
    assertThat(Platform.names(sandbox)).contains(name);
    for (String address : List.of("javascript:owned=1", "data:text/html,<i>", MARKUP)) {
      Json bad = Json.object("address", address, "http_method", "POST");
      Platform.send(
          sandbox,
          "POST",
          "/v2/applications",
          Json.object(
              "name",
              "bad",
              "capabilities",
              Json.object("voice", Json.object("webhooks", Json.object("event_url", bad)))));
    }
    Json handler = Json.object("name", CONTROL, "source", MARKUP);
    Json wanted = Json.object("name", CONTROL, MARKUP, CONTROL, "capabilities", voice);
    assertThat(Platform.send(
                sandbox,
                "PUT",
                "/sandbox/projects/" + encoded(MARKUP.replace("/", "")),
                Json.object(
                    "environment",
                    CONTROL,
                    "application_id",
                    sandbox.application().id(),
                    "desired",
                    wanted,
                    "last_applied",
                    wanted,
                    "handlers",
                    Json.object("/webhooks/answer", Json.array(List.of(handler)))))
            .statusCode())
        .isEqualTo(204);
    // Refused or taken, nothing of it becomes markup.
    for (Json fault : List.of(
        Json.object("target", MARKUP, "fault", "503"),
        Json.object("target", "/v1/" + MARKUP, "fault", "503"),
        Json.object("target", "answer_url", "fault", MARKUP))) {
      Platform.send(sandbox, "POST", "/sandbox/faults", fault);
    }
    lookEverywhere(sandbox, "what tools say");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Each view, and each webhook's details. */
  private static void lookEverywhere(Sandbox sandbox, String what) {
    StringBuilder seen = new StringBuilder();
    try (Browser browser = Browser.open(sandbox)) {
      for (String view : VIEWS) {
        browser.view(view);
        browser.await(
            "a finished view",
            () -> !browser.driver().findElement(By.tagName("main")).getText().contains("Reading"));
        if (view.equals("Messages")) {
          List<WebElement> people =
              browser.driver().findElements(By.cssSelector("ul[aria-label=People] button"));
          for (WebElement person : people) {
            person.click();
            browser.isUnharmed(what + " in a thread");
            seen.append(text(browser));
          }
        }
        seen.append(text(browser));
        browser.isUnharmed(what + " under " + view);
        assertThat(browser.driver().getTitle()).startsWith(view);
      }
      browser.view("Time-line");
      browser.driver().findElement(By.tagName("summary")).click();
      if (!sandbox.webhooks().isEmpty()) {
        WebElement list = browser.role("listbox", "Webhooks");
        for (int i = 0; i < sandbox.webhooks().size(); i++) {
          list.sendKeys(i == 0 ? Keys.HOME : Keys.ARROW_DOWN);
          browser.await(
              "details", () -> browser.text("complementary", "Webhook").contains("Payload"));
          seen.append(text(browser));
          browser.isUnharmed(what + " in the details of a webhook");
        }
      }
      assertThat(seen).as(what).contains("<img src=x", "onerror=", "<script>", "javascript:owned");
    }
  }

  private static String text(Browser browser) {
    return browser.driver().findElement(By.tagName("main")).getText();
  }
}
