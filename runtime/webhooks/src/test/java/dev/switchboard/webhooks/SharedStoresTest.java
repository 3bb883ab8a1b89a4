package dev.switchboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.signing.WebhookSigner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What copies of an app share: repeated messages take effect once, and a store out of reach makes the platform ask again. */
class SharedStoresTest {
  private static final String SECRET = "signature-secret";
  private static final String MESSAGE =
      "{\"message_uuid\":\"m-1\",\"channel\":\"sms\",\"text\":\"Hi\"}";

  private final WebhookSettings settings =
      WebhookSettings.of(URI.create("https://pizza.example")).secret(SECRET);
  private final WebhookSigner signer = WebhookSigner.of(SECRET);

  private record App(Function<WebhookRequest, CompletionStage<?>> handler)
      implements WebhookRouter {
    @Override
    public String app() {
      return "com.acme.App";
    }

    @Override
    public List<Route<?>> routes() {
      return Route.all(
          Route.inbound("/inbound"),
          Route.status("/status"),
          Route.event("/event"),
          Route.nccoCallback("/choice"));
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) {
      return Reply.doneLater(handler.apply(request));
    }
  }

  private enum Unreachable implements StateStore {
    STORE;

    @Override
    public byte @Nullable [] read(String key) {
      throw new IllegalStateException("no connection");
    }

    @Override
    public boolean replace(
        String key, byte @Nullable [] expected, byte @Nullable [] next, Duration keep) {
      throw new IllegalStateException("no connection");
    }
  }

  private enum Text implements StateCodec {
    CODEC;

    @Override
    public byte[] write(Object value) {
      return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T read(byte[] bytes, Class<T> type) {
      return type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private int status(Webhooks copy, String path, String body) {
    return copy.handle(signer.sign(WebhookRequest.post(path, body)))
        .toCompletableFuture()
        .join()
        .status();
  }

  @Test
  void aMessageThatComesAgainWithAnotherTokenReachesNoHandlerOfAnyCopy() {
    AtomicInteger calls = new AtomicInteger();
    App app = new App(request -> CompletableFuture.completedFuture(calls.incrementAndGet()));
    WebhookSettings shared = settings.replayGuard(ReplayGuard.inMemory(100));
    Webhooks one = Webhooks.of(shared, app);
    Webhooks two = Webhooks.of(shared, app);

    assertThat(status(one, "/inbound", MESSAGE)).isEqualTo(204);
    assertThat(status(two, "/inbound", MESSAGE)).isEqualTo(204);
    assertThat(calls).hasValue(1);

    assertThat(status(two, "/status", MESSAGE)).isEqualTo(204);
    assertThat(calls).as("the same bytes elsewhere are something else").hasValue(2);
  }

  @Test
  void aMessageThatFailedIsHandledWhenItComesAgain() {
    AtomicInteger calls = new AtomicInteger();
    App app = new App(request -> calls.incrementAndGet() == 1
        ? CompletableFuture.failedFuture(new IllegalStateException("not yet"))
        : CompletableFuture.completedFuture("done"));
    Webhooks webhooks = Webhooks.of(settings, app);

    assertThat(status(webhooks, "/inbound", MESSAGE)).isEqualTo(500);
    assertThat(status(webhooks, "/inbound", MESSAGE)).isEqualTo(204);
    assertThat(calls).hasValue(2);
  }

  /** A call that is asked again needs an NCCO again, so of calls only the token counts. */
  @Test
  void aWebhookOfACallIsHandledWithEachToken() {
    AtomicInteger calls = new AtomicInteger();
    App app = new App(request -> CompletableFuture.completedFuture(calls.incrementAndGet()));
    Webhooks webhooks = Webhooks.of(settings, app);

    assertThat(status(webhooks, "/choice", "{\"uuid\":\"u\"}")).isEqualTo(204);
    assertThat(status(webhooks, "/choice", "{\"uuid\":\"u\"}")).isEqualTo(204);
    assertThat(calls).hasValue(2);
  }

  @Test
  void aStoreOutOfReachMakesThePlatformAskAgain() {
    WebhookSettings broken = settings.stateStore(Unreachable.STORE, Text.CODEC);
    App sync = new App(request -> {
      CallState.of(request, String.class).set("ordered");
      return CompletableFuture.completedFuture("done");
    });
    App async = new App(request ->
        CompletableFuture.supplyAsync(() -> CallState.of(request, String.class).get()));

    assertThat(status(Webhooks.of(broken, sync), "/choice", "{\"uuid\":\"u\"}")).isEqualTo(503);
    assertThat(status(Webhooks.of(broken, async), "/choice", "{\"uuid\":\"u\"}"))
        .isEqualTo(503);
  }
}
