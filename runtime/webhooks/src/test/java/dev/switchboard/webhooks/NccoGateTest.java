package dev.switchboard.webhooks;

import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static dev.switchboard.webhooks.ncco.Ncco.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.WebhookObserver.Answered;
import dev.switchboard.webhooks.WebhookObserver.Outcome;
import dev.switchboard.webhooks.ncco.Finding;
import dev.switchboard.webhooks.ncco.Finding.Severity;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.ncco.Rule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NccoGateTest {
  private static final Ncco WRONG = Ncco.of(talk("Press 1.").with("bargeIn", true));
  private static final Ncco ODD = Ncco.of(transfer("CON-1"), talk("Unheard."));

  private record App(Ncco ncco) implements WebhookRouter {
    @Override
    public String app() {
      return "com.acme.App";
    }

    @Override
    public List<Route<?>> routes() {
      return Route.all(Route.answer("/answer"));
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) {
      return Reply.ncco(ncco);
    }
  }

  /** Remembers what was answered and found. */
  private static final class Seen implements WebhookObserver {
    private final List<Answered> answered = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();

    @Override
    public void answered(Answered webhook) {
      answered.add(webhook);
    }

    @Override
    public void found(String app, String kind, List<Finding> findings) {
      assertThat(app).isEqualTo("com.acme.App");
      assertThat(kind).isEqualTo("answer_url");
      found.addAll(findings);
    }
  }

  private final Seen seen = new Seen();
  private final List<String> logged = new ArrayList<>();
  private final Logger logger = Logger.getLogger(Webhooks.class.getName());
  private final Handler log = new Handler() {
    @Override
    public void publish(LogRecord record) {
      logged.add(record.getLevel() + " " + record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @BeforeEach
  void listen() {
    logger.addHandler(log);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(log);
  }

  private WebhookSettings at(String baseUrl) {
    return WebhookSettings.of(URI.create(baseUrl)).insecure().observer(seen);
  }

  private static WebhookResponse ask(WebhookSettings settings, Ncco ncco, int times) {
    Webhooks engine = Webhooks.of(settings, new App(ncco));
    WebhookResponse last = WebhookResponse.noContent();
    for (int i = 0; i < times; i++) {
      last = engine
          .handle(WebhookRequest.get("/answer", Map.of("uuid", "u")))
          .toCompletableFuture()
          .join();
    }
    return last;
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, FAIL",
    "http://127.0.0.1:1/x, FAIL",
    "http://[::1]:1, FAIL",
    "https://pizza.example, LOG",
    "https://127.example, LOG"
  })
  void failsByDefaultWhereThePlatformCannotReach(String baseUrl, NccoChecks checks) {
    assertThat(at(baseUrl).nccoChecks()).isEqualTo(checks);
  }

  @Test
  void doesNotSendAWrongNccoInDevelopment() {
    WebhookResponse response = ask(at("http://localhost:1"), WRONG, 1);
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.text()).doesNotContain("Press", "bargeIn");
    assertThat(seen.answered).extracting(Answered::outcome).containsExactly(Outcome.FAILED);
    assertThat(seen.found).extracting(Finding::rule).containsExactly(Rule.BARGE_IN_NEEDS_INPUT);
    assertThat(logged)
        .anyMatch(line -> line.startsWith("SEVERE Error ")
            && line.endsWith(
                ": the NCCO of com.acme.App at /answer is not sent, since the platform would refuse it:\n"
                    + "  ERROR 2 /0/bargeIn: The caller may interrupt this, and no input follows."
                    + " Let an input follow, with nothing but further prompts between."))
        .noneMatch(line -> line.contains("Press"));
  }

  @Test
  void sendsAWrongNccoInProductionAndSaysSoEachTime() {
    WebhookResponse response = ask(at("https://pizza.example"), WRONG, 2);
    assertThat(response.status()).isEqualTo(200);
    assertThat(seen.found)
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR, Severity.ERROR);
    assertThat(logged)
        .filteredOn(line -> line.startsWith("SEVERE"))
        .hasSize(2)
        .allMatch(line -> line.contains("is sent, and the platform may refuse it"));
  }

  @Test
  void sendsWhatIsOnlyOddAndWarnsOnce() {
    WebhookResponse response = ask(at("http://localhost:1"), ODD, 3);
    assertThat(response.status()).isEqualTo(200);
    assertThat(seen.found).hasSize(3);
    assertThat(logged)
        .filteredOn(line -> line.startsWith("WARNING"))
        .singleElement()
        .asString()
        .contains("WARNING 12 /1: Nothing after a transfer runs.");
  }

  @Test
  void outlivesAnObserverThatFails() {
    WebhookObserver failing = new WebhookObserver() {
      @Override
      public void answered(Answered webhook) {}

      @Override
      public void found(String app, String kind, List<Finding> findings) {
        throw new IllegalStateException("metrics are down");
      }
    };
    assertThat(ask(at("https://pizza.example").observer(failing), WRONG, 1).status())
        .isEqualTo(200);
    assertThat(logged).contains("WARNING The webhook observer failed.");
  }

  @Test
  void canBeToldOtherwise() {
    assertThat(ask(at("https://pizza.example").nccoChecks(NccoChecks.FAIL), WRONG, 1)
            .status())
        .isEqualTo(500);
    assertThat(
            ask(at("http://localhost:1").nccoChecks(NccoChecks.LOG), WRONG, 1).status())
        .isEqualTo(200);
  }
}
