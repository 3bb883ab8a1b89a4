package dev.switchboard.webhooks;

import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.WebhookObserver.Outcome;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers that are late, throw what nobody expects, or blame the platform for their own mistakes. */
class WebhookFailuresTest {
  private static final String SECRET = "a secret of this test";
  private static final WebhookRequest EVENT =
      WebhookSigner.of(SECRET).sign(WebhookRequest.post("/event", "{\"status\":\"started\"}"));
  private static final WebhookRequest CHOICE =
      WebhookSigner.of(SECRET).sign(WebhookRequest.post("/choice", "{\"dtmf\":{}}"));

  @FunctionalInterface
  private interface Work {
    Reply call(WebhookRequest request) throws Exception;
  }

  private record App(Work work) implements WebhookRouter {
    @Override
    public String app() {
      return "com.acme.App";
    }

    @Override
    public List<Route<?>> routes() {
      return Route.all(Route.event("/event"), Route.nccoCallback("/choice"));
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) throws Exception {
      return work.call(request);
    }
  }

  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<LogRecord> logged = new ArrayList<>();
  private final Logger logger = Logger.getLogger(Webhooks.class.getName());
  private final Handler handler = new Handler() {
    @Override
    public void publish(LogRecord line) {
      logged.add(line);
    }

    @Override
    public void flush() {
      // nothing is kept back
    }

    @Override
    public void close() {
      // nothing is open
    }
  };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(handler);
  }

  /** An engine whose handlers have no time at all. */
  private Webhooks hasty(Work work) {
    return Webhooks.of(
        WebhookSettings.of(URI.create("https://pizza.example"))
            .secret(SECRET)
            .deadlineMargin(Duration.ofMinutes(1))
            .observer(webhook -> outcomes.add(webhook.outcome())),
        new App(work));
  }

  private static WebhookResponse serve(Webhooks engine, WebhookRequest request) {
    return engine.handle(request).toCompletableFuture().join();
  }

  @Test
  void aLateEventThatWasAcknowledgedIsNotHandledAgain() {
    List<String> calls = new ArrayList<>();
    Webhooks engine = hasty(request -> {
      calls.add("call");
      return Reply.doneLater(new CompletableFuture<>());
    });
    assertThat(serve(engine, EVENT).status()).isEqualTo(204);
    assertThat(serve(engine, EVENT).status()).isEqualTo(204);
    assertThat(calls).hasSize(1);
    assertThat(outcomes).containsExactly(Outcome.LATE, Outcome.REPEATED);
  }

  @Test
  void aLateNccoIsAskedForAgain() {
    CompletableFuture<Ncco> slow = new CompletableFuture<>();
    Webhooks engine = hasty(request -> Reply.nccoLater(slow));
    assertThat(serve(engine, CHOICE).status()).isEqualTo(503);
    slow.complete(Ncco.of(talk("Hello")));
    // The second attempt may bring the first token, and finds the work done.
    assertThat(serve(engine, CHOICE).status()).isEqualTo(200);
    assertThat(outcomes).containsExactly(Outcome.LATE, Outcome.HANDLED);
  }

  @Test
  void whatComesOfALateHandlerIsLogged() {
    CompletableFuture<Void> fails = new CompletableFuture<>();
    assertThat(serve(hasty(request -> Reply.doneLater(fails)), EVENT).status()).isEqualTo(204);
    fails.completeExceptionally(new IllegalStateException("no more dough"));
    assertThat(logged).anySatisfy(line -> {
      assertThat(line.getLevel()).isEqualTo(Level.SEVERE);
      assertThat(line.getMessage()).contains("com.acme.App at /event failed after");
      assertThat(line.getThrown()).hasMessage("no more dough");
    });
    CompletableFuture<Void> ends = new CompletableFuture<>();
    serve(hasty(request -> Reply.doneLater(ends)), EVENT);
    ends.complete(null);
    assertThat(logged)
        .anySatisfy(line -> assertThat(line.getMessage()).contains("at /event was done after"));
  }

  @Test
  void whatWentWellIsLoggedForWhoAsksAlone() {
    serve(hasty(request -> Reply.done()), EVENT);
    assertThat(logged).noneMatch(line -> line.getMessage().startsWith("webhook "));

    Level usual = logger.getLevel();
    logger.setLevel(Level.FINE);
    try {
      serve(hasty(request -> Reply.done()), EVENT);
    } finally {
      logger.setLevel(usual);
    }
    assertThat(logged).anySatisfy(line -> {
      assertThat(line.getLevel()).isEqualTo(Level.FINE);
      assertThat(line.getMessage()).contains("kind=event_url outcome=HANDLED status=204");
    });

    serve(hasty(request -> Reply.doneLater(new CompletableFuture<>())), EVENT);
    assertThat(logged).anySatisfy(line -> {
      assertThat(line.getLevel()).isEqualTo(Level.INFO);
      assertThat(line.getMessage()).contains("outcome=LATE");
    });
  }

  private static int deeper(int depth) {
    return depth < 0 ? 0 : 1 + deeper(depth + 1) + deeper(depth + 2);
  }

  @Test
  void anErrorOfAHandlerIsA500AndTheNextWebhookIsServed() {
    List<Work> works = new ArrayList<>(List.of(
        request -> {
          throw new AssertionError("a test's check left in");
        },
        request -> {
          throw new NoClassDefFoundError("com/acme/Missing");
        },
        request -> Reply.doneLater(CompletableFuture.completedFuture(deeper(0))),
        request -> Reply.done()));
    Webhooks engine = Webhooks.of(
        WebhookSettings.of(URI.create("https://pizza.example"))
            .insecure()
            .observer(webhook -> outcomes.add(webhook.outcome())),
        new App(request -> works.remove(0).call(request)));
    for (int i = 0; i < 3; i++) {
      WebhookResponse response = serve(engine, EVENT);
      assertThat(response.status()).isEqualTo(500);
      String id = Json.parse(response.text()).required("id");
      assertThat(logged).anyMatch(line -> line.getMessage().contains(id));
    }
    assertThat(serve(engine, EVENT).status()).isEqualTo(204);
    assertThat(outcomes)
        .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.FAILED, Outcome.HANDLED);
  }

  @Test
  void onlyAFieldThatThePlatformOwesIsItsFault() {
    Webhooks engine = Webhooks.of(
        WebhookSettings.of(URI.create("https://pizza.example")).insecure(), new App(request -> {
          if (request.path().equals("/event")) {
            InboundMessage.of(request.json()).from();
          }
          Json.parse("what some other service said");
          return Reply.done();
        }));
    WebhookResponse missing = serve(engine, EVENT);
    assertThat(missing.status()).isEqualTo(400);
    assertThat(Json.parse(missing.text()).required("pointer")).isEqualTo("/from");
    assertThat(missing.text()).doesNotContain("not JSON");
    assertThat(serve(engine, CHOICE).status()).as("the handler's own reading").isEqualTo(500);

    Webhooks later = Webhooks.of(
        WebhookSettings.of(URI.create("https://pizza.example")).insecure(),
        new App(request -> Reply.doneLater(CompletableFuture.supplyAsync(
            () -> InboundMessage.of(request.json()).from()))));
    assertThat(serve(later, EVENT).status()).as("the same in a stage").isEqualTo(400);
  }
}
