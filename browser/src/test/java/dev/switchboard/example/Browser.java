package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.switchboard.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's browser with the console open. What it finds, it finds as assistive technology does: by role and name. */
final class Browser implements AutoCloseable {
  /** Far beyond what a busy machine needs: a wait that fails is a failure. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Tells of what no page of ours does, from its first script on. */
  private static final String WATCH = """
      window.violations = [];
      addEventListener('securitypolicyviolation', (each) => violations.push(each.violatedDirective + ' ' + each.blockedURI));
      for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => violations.push(name);
      """;

  /** What markup or script out of a webhook would have left in the page. */
  private static final String HARM = """
      const found = [...violations];
      if (window.owned !== undefined) found.push('a script ran');
      const never = 'main img, main b, main iframe, main object, main embed, main style, main base, main script, body script';
      document.querySelectorAll(never).forEach((each) => found.push(each.outerHTML));
      document.querySelectorAll('*').forEach((each) => [...each.attributes].forEach((attribute) => {
        if (/^on/i.test(attribute.name) || (/^(href|src|action|xlink:href)$/i.test(attribute.name) && /^\\s*(javascript|data):/i.test(attribute.value)))
          found.push(each.outerHTML);
      }));
      return found;
      """;

  private final ChromeDriver driver;
  private final Path downloads;

  private Browser(ChromeDriver driver, Path downloads) {
    this.driver = driver;
    this.downloads = downloads;
  }

  /** Opens the console of a sandbox. */
  static Browser open(Sandbox sandbox, int width, int height, boolean dark) {
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--force-prefers-reduced-motion");
    options.setBinary(executable("chromium", "google-chrome").toFile());
    ChromeDriverService driver = new ChromeDriverService.Builder()
        .usingDriverExecutable(executable("chromedriver").toFile())
        .build();
    Path downloads = temporary();
    Browser browser = new Browser(new ChromeDriver(driver, options), downloads);
    browser.driver.executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    browser.driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
    // One by one: to grant several at once takes all others away, and with them that of saving
    // files.
    for (String permission : List.of("clipboard-read", "clipboard-write")) {
      browser.driver.executeCdpCommand(
          "Browser.setPermission",
          Map.of(
              "origin",
              sandbox.uri().toString(),
              "permission",
              Map.of("name", permission),
              "setting",
              "granted"));
    }
    browser.driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    browser.size(width, height);
    browser.driver.get(sandbox.consoleUri().toString());
    return browser;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("switchboard-browser").toAbsolutePath();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** On the path, so that Selenium does not look for one on the network. */
  private static Path executable(String... names) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      for (String name : names) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return file;
        }
      }
    }
    throw new IllegalStateException(
        "none of " + String.join(", ", names) + " is on the path; install Chromium and its driver");
  }

  static Browser open(Sandbox sandbox) {
    return open(sandbox, 1280, 860, false);
  }

  ChromeDriver driver() {
    return driver;
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    // A window cannot be narrower than its frame: the page's own width is set as a phone has it.
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** The view of that title, once it is shown. */
  void view(String title) {
    click("link", title);
    await(
        "the view " + title,
        () -> driver.findElement(By.tagName("h1")).getText().isEmpty()
            || driver.getTitle().startsWith(title));
  }

  /** The only visible element of that role whose accessible name contains the text. */
  WebElement role(String role, String name) {
    WebElement[] found = new WebElement[1];
    await(role + " \"" + name + "\"", () -> {
      List<WebElement> matching = all(role, name);
      if (matching.isEmpty()) {
        return false;
      }
      found[0] = matching.get(0);
      return true;
    });
    return found[0];
  }

  /** Clicks it; where the page redraws it in that moment, the new one. */
  void click(String role, String name) {
    await("a click on " + name, () -> {
      role(role, name).click();
      return true;
    });
  }

  /** Every visible element of a role whose accessible name contains the text. */
  List<WebElement> all(String role, String name) {
    return driver.findElements(By.cssSelector(candidates(role))).stream()
        .filter(element -> {
          try {
            return element.isDisplayed()
                && role.equals(element.getAriaRole())
                && String.valueOf(element.getAccessibleName()).contains(name);
          } catch (StaleElementReferenceException redrawn) {
            return false;
          }
        })
        .toList();
  }

  /** Asking the browser for every element's role is slow; these can have it. */
  static String candidates(String role) {
    return switch (role) {
      case "link" -> "a";
      case "button" -> "button";
      case "textbox" -> "input, textarea";
      case "searchbox" -> "input[type=search]";
      case "checkbox" -> "input[type=checkbox]";
      case "combobox" -> "select";
      case "option" -> "[role=option]";
      case "article" -> "article";
      case "dialog" -> "dialog";
      case "list" -> "ol, ul";
      case "complementary" -> "aside";
      case "img", "image" -> "svg[role=img]";
      case "region" -> "section, [role=region]";
      default -> "[role=" + role + "], " + role;
    };
  }

  /** What is read out of the element of that role and name. */
  String text(String role, String name) {
    return role(role, name).getText();
  }

  /** An attribute of an element, empty where it has none. */
  static String attribute(WebElement element, String name) {
    String value = element.getAttribute(name);
    return value == null ? "" : value;
  }

  void await(String what, BooleanSupplier condition) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(
            () -> what + " on\n" + driver.findElement(By.tagName("body")).getText())
        // Redrawn meanwhile, or a list that is not there yet.
        .ignoring(StaleElementReferenceException.class, IndexOutOfBoundsException.class)
        .until(page -> condition.getAsBoolean());
  }

  @Nullable
  Object script(String javascript, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(javascript, arguments);
  }

  /** What was copied. */
  String clipboard() {
    return String.valueOf(
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1]; navigator.clipboard.readText().then(done, (failure) => done('unreadable: ' + failure));"));
  }

  /** What the page saved under that name. */
  String saved(String name) {
    Path file = downloads.resolve(name);
    await("the file " + name, () -> Files.exists(file));
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Fails where a value from outside became markup or script, and where the content-security policy had to step in. */
  void isUnharmed(String where) {
    assertThat(script(HARM)).as(where).isEqualTo(List.of());
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).as(where).isEmpty();
  }

  /** Fails on what axe calls serious or critical. */
  void isAccessible(String where) {
    List<Rule> found = new AxeBuilder().analyze(driver).getViolations();
    assertThat(found)
        .as(where)
        .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }

  /** Keeps a picture of the page in the build folder. */
  void picture(String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "screenshots"));
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(downloads)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
