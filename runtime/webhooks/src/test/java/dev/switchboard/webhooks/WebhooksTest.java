package dev.switchboard.webhooks;

import static dev.switchboard.webhooks.ncco.Ncco.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.WebhookObserver.Answered;
import dev.switchboard.webhooks.WebhookObserver.Outcome;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.signing.WebhookSigner;
import dev.switchboard.webhooks.voice.CallEvent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
  private static final String SECRET = "signature-secret";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
  private static final WebhookRequest EVENT =
      WebhookRequest.post("/event", "{\"status\":\"answered\"}");

  private final List<Answered> seen = new ArrayList<>();
  private final WebhookSettings settings = WebhookSettings.of(URI.create("https://pizza.example/"))
      .secret(SECRET)
      .clock(CLOCK)
      .observer(seen::add);
  private final WebhookSigner signer = WebhookSigner.of(SECRET).clock(CLOCK);

  /** What the handlers of the app under test do; each test sets one. */
  @FunctionalInterface
  private interface Handler {
    Reply call(Route<?> route, WebhookRequest request) throws Exception;
  }

  private record App(Handler handler, List<Route<?>> routes, int contract)
      implements WebhookRouter {
    @Override
    public String app() {
      return "com.acme.App";
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) throws Exception {
      return handler.call(route, request);
    }
  }

  private static App app(Handler handler) {
    return new App(
        handler,
        Route.all(
            Route.answer("/answer"),
            Route.event("/event").socketTimeout(1000),
            Route.nccoCallback("/choice").socketTimeout(1000),
            Route.inbound("/inbound"),
            Route.event("/open").unsigned()),
        1);
  }

  private WebhookResponse serve(Handler handler, WebhookRequest request) {
    return serve(settings, handler, request);
  }

  private static WebhookResponse serve(
      WebhookSettings settings, Handler handler, WebhookRequest request) {
    return Webhooks.of(settings, app(handler))
        .handle(request)
        .toCompletableFuture()
        .join();
  }

  @Test
  void answersWithTheNccoOfTheHandler() {
    WebhookRequest call = WebhookRequest.get("/answer", Map.of("to", "447700900123"));

    WebhookResponse response =
        serve((route, request) -> Reply.ncco(Ncco.of(talk("Hello"))), signer.sign(call));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("Content-Type", "application/json");
    assertThat(response.text()).isEqualTo("[{\"action\":\"talk\",\"text\":\"Hello\"}]");
    assertThat(seen).singleElement().satisfies(answered -> {
      assertThat(answered.kind()).isEqualTo("answer_url");
      assertThat(answered.outcome()).isEqualTo(Outcome.HANDLED);
    });
  }

  @Test
  void anEventIsAcknowledgedEmpty() {
    assertThat(serve((route, request) -> Reply.done(), signer.sign(EVENT)).status())
        .isEqualTo(204);
  }

  @Test
  void refusesTheUnsignedAndTheForged() {
    Handler never = (route, request) -> {
      throw new AssertionError("the handler was called");
    };
    assertThat(serve(never, EVENT).status()).isEqualTo(401);
    assertThat(serve(never, WebhookSigner.of("other").clock(CLOCK).sign(EVENT)).status())
        .isEqualTo(401);
    assertThat(serve(
                never,
                WebhookRequest.post("/event", "{}")
                    .withHeader("Authorization", "Bearer " + signer.token(EVENT)))
            .status())
        .isEqualTo(401);
    assertThat(seen).extracting(Answered::outcome).containsOnly(Outcome.REFUSED);
  }

  @Test
  void anUnsignedRouteAndAnInsecureAppTakeWhatComes() {
    assertThat(serve((route, request) -> Reply.done(), WebhookRequest.post("/open", "{}"))
            .status())
        .isEqualTo(204);
    assertThat(serve(
                WebhookSettings.of(URI.create("http://localhost")).insecure(),
                (route, request) -> Reply.done(),
                EVENT)
            .status())
        .isEqualTo(204);
  }

  @Test
  void messagesMayBeADayOldAndCallsMayNot() {
    WebhookSigner yesterday =
        WebhookSigner.of(SECRET).clock(Clock.offset(CLOCK, Duration.ofDays(-1)));

    assertThat(serve((route, request) -> Reply.done(), yesterday.sign(EVENT)).status())
        .isEqualTo(401);
    assertThat(serve(
                (route, request) -> Reply.done(),
                yesterday.sign(WebhookRequest.post("/inbound", "{}")))
            .status())
        .isEqualTo(204);
  }

  @Test
  void aTokenIsUsedUpByA2xxAndByNothingElse() {
    List<String> calls = new ArrayList<>();
    Webhooks webhooks = Webhooks.of(settings, app((route, request) -> {
      calls.add("call");
      if (calls.size() == 1) {
        throw new IllegalStateException("the first time goes wrong");
      }
      return Reply.ncco(Ncco.of(talk("Hello")));
    }));
    WebhookRequest retried = signer.sign(WebhookRequest.post("/choice", "{\"dtmf\":{}}"));

    assertThat(webhooks.handle(retried).toCompletableFuture().join().status()).isEqualTo(500);
    assertThat(webhooks.handle(retried).toCompletableFuture().join().status()).isEqualTo(200);
    WebhookResponse third = webhooks.handle(retried).toCompletableFuture().join();

    assertThat(third.status()).isEqualTo(204);
    assertThat(third.length()).isZero();
    assertThat(calls).hasSize(2);
    assertThat(seen)
        .extracting(Answered::outcome)
        .containsExactly(Outcome.FAILED, Outcome.HANDLED, Outcome.REPEATED);
  }

  @Test
  void aGuardOutOfReachMakesThePlatformAskAgain() {
    ReplayGuard broken = new ReplayGuard() {
      @Override
      public boolean isUsed(String tokenId) {
        throw new IllegalStateException("no connection");
      }

      @Override
      public void use(String tokenId, Duration keep) {
        throw new IllegalStateException("no connection");
      }
    };
    assertThat(serve(
                settings.replayGuard(broken), (route, request) -> Reply.done(), signer.sign(EVENT))
            .status())
        .isEqualTo(503);
  }

  @Test
  void aHandlersExceptionShowsOnlyAnId() {
    WebhookResponse response = serve(
        (route, request) -> {
          throw new IllegalStateException("password hunter2");
        },
        signer.sign(EVENT));

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.text()).doesNotContain("hunter2");
    assertThat(Json.parse(response.text()).required("id")).hasSize(36);
  }

  @Test
  void anExceptionOfAStageIsAnExceptionOfItsHandler() {
    assertThat(serve(
                (route, request) -> Reply.doneLater(
                    CompletableFuture.failedFuture(new IllegalStateException("late"))),
                signer.sign(EVENT))
            .status())
        .isEqualTo(500);
  }

  @Test
  void aStageThatIsLateIsAnsweredForInTime() {
    Handler never = (route, request) -> Reply.nccoLater(new CompletableFuture<Ncco>());
    WebhookSettings hasty = settings.deadlineMargin(Duration.ofSeconds(1));

    assertThat(serve(hasty, never, signer.sign(EVENT)).status()).isEqualTo(204);
    assertThat(serve(hasty, never, signer.sign(WebhookRequest.post("/choice", "{}")))
            .status())
        .isEqualTo(503);
    assertThat(seen).extracting(Answered::outcome).containsOnly(Outcome.LATE);
  }

  @ParameterizedTest
  @CsvSource({"{,400", "'[1]',400", "'{\"a\":1}{',400", "'',400"})
  void aMalformedBodyIsA400(String body, int status) {
    WebhookResponse response =
        serve((route, request) -> Reply.done(), signer.sign(WebhookRequest.post("/event", body)));

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(seen).extracting(Answered::outcome).containsOnly(Outcome.MALFORMED);
  }

  @Test
  void refusesWhatIsNoWebhookOfTheApp() {
    Handler done = (route, request) -> Reply.done();
    assertThat(serve(done, WebhookRequest.post("/nowhere", "{}")).status()).isEqualTo(404);
    WebhookResponse wrongMethod = serve(done, WebhookRequest.get("/event", Map.of()));
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.headers()).containsEntry("Allow", "POST");
    assertThat(serve(done, signer.sign(EVENT).withHeader("Content-Type", "application/xml"))
            .status())
        .isEqualTo(415);
    assertThat(serve(settings.maxBodyBytes(20), done, signer.sign(EVENT)).status())
        .isEqualTo(413);
  }

  @Test
  void findsRoutesBelowThePathOfTheBaseUrl() {
    WebhookSettings below =
        WebhookSettings.of(URI.create("https://acme.example/pizza")).insecure();
    assertThat(serve(
                below, (route, request) -> Reply.done(), WebhookRequest.post("/pizza/event", "{}"))
            .status())
        .isEqualTo(204);
    assertThat(serve(below, (route, request) -> Reply.done(), WebhookRequest.post("/event", "{}"))
            .status())
        .isEqualTo(204);
  }

  @Test
  void anObserverThatFailsHarmsNoCall() {
    WebhookSettings observed = settings.observer(webhook -> {
      throw new IllegalStateException("metrics are down");
    });
    assertThat(serve(observed, (route, request) -> Reply.done(), signer.sign(EVENT))
            .status())
        .isEqualTo(204);
  }

  @Test
  void countsWhatNoMethodTakes() {
    serve((route, request) -> Reply.unhandled(CallEvent.read(request)), signer.sign(EVENT));
    assertThat(seen).extracting(Answered::outcome).containsExactly(Outcome.UNHANDLED);
  }

  @Test
  void doesNotStartWithoutASecretUnlessToldSo() {
    WebhookSettings none = WebhookSettings.of(URI.create("https://pizza.example"));
    assertThatThrownBy(() -> Webhooks.of(none, app((route, request) -> Reply.done())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("VONAGE_SIGNATURE_SECRET");
    assertThat(Webhooks.of(
                none,
                new App(
                    (route, request) -> Reply.done(),
                    Route.all(Route.event("/e").unsigned()),
                    1))
            .describe())
        .containsExactly("POST /e  event_url of com.acme.App, NOT signed");
  }

  @Test
  void doesNotStartWithTwoAppsOnOneUrlOrARouterOfAnotherRelease() {
    App app = app((route, request) -> Reply.done());
    assertThatThrownBy(() -> Webhooks.of(settings, app, app))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both serve GET /answer");
    assertThatThrownBy(
            () -> Webhooks.of(settings, new App((route, request) -> Reply.done(), List.of(), 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("contract 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pizza.example",
        "ftp://pizza.example",
        "https://pizza.example?x=1",
        "https:///x",
        "mailto:a@b"
      })
  void aBaseUrlIsAWebAddress(String text) {
    assertThatThrownBy(() -> WebhookSettings.of(URI.create(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void settingsShowNoSecret() {
    assertThat(settings.toString()).doesNotContain(SECRET).contains("1 signature secret");
  }
}
