package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.provisioning.export.Export;
import dev.switchboard.sandbox.Sandbox;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The call-flow as a picture, on the page and as what one takes away. */
class FlowTest extends OnPizzaLine {
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
  void whatIsTakenAwayShowsWhatTheCommandLineShows(Sandbox sandbox) throws Exception {
    sandbox.call("447700900001").eventuallyHears(MENU).hangUp();
    ClassPathScan scan = ClassPathScan.of(List.of(Path.of(
        PizzaLine.class.getProtectionDomain().getCodeSource().getLocation().toURI())));
    Manifest manifest = scan.app("PizzaLine").orElseThrow().manifest();
    try (Browser browser = Browser.open(sandbox)) {
      browser.view("Call-flow");
      browser.click("button", "Copy as Mermaid");
      browser.role("button", "Copied");
      String mermaid = browser.clipboard();
      browser.click("button", "Save as SVG");
      String picture = browser.saved("call-flow.svg");
      assertThat(mermaid).startsWith("flowchart LR\n");
      Element svg = DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(picture)))
          .getDocumentElement();
      assertThat(svg.getTagName()).isEqualTo("svg");
      assertThat(svg.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
      assertThat(svg.getElementsByTagName("rect").getLength())
          .isEqualTo(manifest.routes().size());
      // Its colours are in it: what is opened elsewhere has no style sheet.
      assertThat(((Element) svg.getElementsByTagName("rect").item(0)).getAttribute("fill"))
          .startsWith("rgb");
      Supplier<Bindings> needless = () -> {
        throw new AssertionError("a call-flow needs no environment");
      };
      String cli = Export.MERMAID.write(manifest, needless, scan::source);
      String cliPicture = Export.FLOW.write(manifest, needless, scan::source);
      for (Route route : manifest.routes()) {
        // Of a callback that nothing has led to in this run the page knows no method.
        String url =
            route.capability().isPresent() ? route.method() + " " + route.path() : route.path();
        assertThat(List.of(mermaid, svg.getTextContent(), cli, cliPicture))
            .allSatisfy(document -> assertThat(document).contains(url));
        assertThat(List.of(mermaid, svg.getTextContent(), cliPicture))
            .allSatisfy(document -> assertThat(document)
                .contains(route.handlers().stream().map(Route::shortName).toList()));
      }
      browser.isUnharmed("the call-flow");
    }
  }
}
