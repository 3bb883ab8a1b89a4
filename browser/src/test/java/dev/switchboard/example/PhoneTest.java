package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.testing.SwitchboardTest;
import dev.switchboard.webhooks.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

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

  @Test
  void severalCallsGoOnAtOnceAndEachHasItsOwnKeys(Sandbox sandbox) {
    List<String> people = List.of("447700900001", "447700900002", "447700900003");
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Phone");
      people.forEach(person -> calls(browser, person));
      card(browser, people.get(0), "button", "7").click();
      card(browser, people.get(1), "list", "What happened").sendKeys("8", "#");
      card(browser, people.get(2), "textbox", "Say").sendKeys("It is 9 o'clock", Keys.ENTER);
      browser.await("a key", () -> browser.text("article", people.get(0)).contains("presses 7"));
      browser.await("keys", () -> browser.text("article", people.get(1)).contains("presses #"));
      browser.await(
          "words", () -> browser.text("article", people.get(2)).contains("It is 9 o'clock"));
      // What is typed into a field is no key of the telephone.
      assertThat(browser.text("article", people.get(2))).doesNotContain("presses");
      assertThat(Platform.calls(sandbox).stream().map(Platform::did))
          .containsExactly(
              List.of("presses 7"),
              List.of("presses 8", "presses #"),
              List.of("says \"It is 9 o'clock\""));
      card(browser, people.get(1), "button", "Hang up").click();
      browser.await("an end", () -> browser.text("article", people.get(1)).contains("hangs up"));
      assertThat(Platform.calls(sandbox).stream().map(call -> call.flag("over").orElseThrow()))
          .containsExactly(false, true, false);
    }
  }

  @Test
  void readsAloudWhatTheAppSaysOnlyWhenAsked(Sandbox sandbox) {
    try (Browser browser = Browser.open(sandbox)) {
      browser.script(
          "window.spoken = []; speechSynthesis.speak = (each) => spoken.push(each.text);");
      browser.view("Phone");
      calls(browser, "447700900001");
      assertThat(browser.role("checkbox", "read aloud").isSelected()).isFalse();
      assertThat(browser.script("return spoken")).isEqualTo(List.of());
      browser.click("checkbox", "read aloud");
      calls(browser, "447700900002");
      browser.await("speech", () -> List.of("Hello.").equals(browser.script("return spoken")));
      assertThat(Platform.calls(sandbox)).hasSize(2);
    }
  }

  @Test
  void aCallBecomesATestThatCompiles(Sandbox sandbox, @TempDir Path folder) throws Exception {
    Call call = sandbox.call("447700900001").eventuallyHears("Hello.");
    presses(sandbox, call, "1");
    call.says("I said \"yes\" \\ twice\nand then \u2028 no \u0007").hangUp();
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Phone");
      browser.click("button", "Copy as JUnit test");
      browser.role("button", "Copied");
      String test = browser.clipboard();
      assertThat(test)
          .contains("@Test", "sandbox.call(\"447700900001\")", "call.hears(\"Hello.\");")
          .contains("call.press(\"1\");", "call.says(\"I said \\\"yes\\\"", "call.hangUp();");
      Path source = Files.writeString(folder.resolve("CallTest.java"), """
          import dev.switchboard.sandbox.Call;
          import dev.switchboard.sandbox.Sandbox;
          import org.junit.jupiter.api.Test;
          class CallTest {
          %s}
          """.formatted(test));
      int errors = ToolProvider.getSystemJavaCompiler()
          .run(
              null,
              null,
              null,
              "-proc:none",
              "-cp",
              System.getProperty("java.class.path"),
              source.toString());
      assertThat(errors).as(test).isZero();
    }
  }

  @Test
  void aVeryLongCallStaysWhole(Sandbox sandbox) {
    Call call = sandbox.call("447700900001").eventuallyHears("Hello.");
    for (int i = 0; i < 22; i++) {
      presses(
          sandbox, call, "1".repeat(100)); // A step for the keys, and one for each: nobody listens.
    }
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Phone");
      WebElement log = card(browser, "447700900001", "list", "What happened");
      Json kept = Platform.calls(sandbox).get(0).get("transcript");
      long earlier = kept.integer("earlier").orElseThrow();
      int count = kept.get("steps").items().size();
      browser.await("all that is kept", () -> steps(browser).size() == count);
      assertThat(browser.text("article", "447700900001"))
          .contains(earlier + " earlier steps not kept");
      log.sendKeys("5");
      browser.await("a key", () -> steps(browser).get(count).contains("presses 5"));
      // What the sandbox forgets meanwhile, the page has seen.
      for (int i = 0; i < 4; i++) {
        presses(sandbox, call, "2".repeat(100));
      }
      browser.await("each step since", () -> steps(browser).size() == count + 2 + 4 * 101);
      Json later = Platform.calls(sandbox).get(0).get("transcript");
      assertThat(later.integer("earlier").orElseThrow()).isGreaterThan(earlier);
      assertThat(steps(browser).get(count)).contains("presses 5");
      log.sendKeys(Keys.HOME);
      browser.await("the first step in sight", () -> inSight(browser, "first-child"));
      log.sendKeys(Keys.END);
      browser.await("the last step in sight", () -> inSight(browser, "last-child"));
    }
  }

  /** Keys that nobody in the call waits for. */
  private static void presses(Sandbox sandbox, Call call, String keys) {
    Json body = Json.object("digits", keys, "wait", false);
    assertThat(Platform.send(sandbox, "POST", "/sandbox/calls/" + call.uuid() + "/press", body)
            .statusCode())
        .isEqualTo(200);
  }

  /** What a screen reader finds in the list, in sight or not. */
  private static List<String> steps(Browser browser) {
    Object texts = browser.script(
        "return [...document.querySelectorAll('ol[aria-label=\"What happened\"] > li')].map((each) => each.textContent)");
    return texts instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static boolean inSight(Browser browser, String which) {
    return Boolean.TRUE.equals(
        browser.script(
            "const log = document.querySelector('ol[aria-label=\"What happened\"]'), box = log.getBoundingClientRect(),"
                + " step = log.querySelector('li:" + which + "').getBoundingClientRect();"
                + "return step.height > 0 && step.top >= box.top - 1 && step.bottom <= box.bottom + 1;"));
  }

  private static void calls(Browser browser, String person) {
    WebElement who = browser.role("textbox", "You are");
    who.sendKeys(Keys.chord(Keys.CONTROL, "a"), person);
    browser.await("a number to call", () -> browser.role("button", "Call").isEnabled());
    browser.click("button", "Call");
    browser.await("hearing", () -> browser.text("article", person).contains("Hello."));
  }

  /** An element of one call's card. */
  private static WebElement card(Browser browser, String person, String role, String name) {
    WebElement[] found = new WebElement[1];
    browser.await(name + " of " + person, () -> {
      for (WebElement each :
          browser.role("article", person).findElements(By.cssSelector(Browser.candidates(role)))) {
        if (role.equals(each.getAriaRole()) && name.equals(each.getAccessibleName())) {
          found[0] = each;
          return true;
        }
      }
      return false;
    });
    return found[0];
  }
}
