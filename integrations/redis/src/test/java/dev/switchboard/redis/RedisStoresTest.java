package dev.switchboard.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.webhooks.CallState;
import dev.switchboard.webhooks.ReplayGuard;
import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.StateCodec;
import dev.switchboard.webhooks.StateStore;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** Against a real server: Debian's {@code redis-server}. Where there is none, the tests say so and are skipped. */
class RedisStoresTest {
  private static final Duration HOUR = Duration.ofHours(1);
  /** More than a busy machine needs; how long Redis may take is not what these tests are about. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String SECRET = "signature-secret";

  @TempDir
  static Path folder;

  private static RedisProcess redis;

  private RedisStores stores;
  private RedisClient client;
  private String prefix;

  @BeforeAll
  static void startRedis() throws Exception {
    boolean installed = RedisProcess.binary().isPresent();
    assertThat(installed || !Boolean.getBoolean("switchboard.redis.required"))
        .as("redis-server is installed")
        .isTrue();
    assumeTrue(installed, "no redis-server on the PATH");
    redis = RedisProcess.start(folder);
  }

  @AfterAll
  static void stopRedis() throws Exception {
    if (redis != null) {
      redis.stop();
    }
  }

  @BeforeEach
  void connect(TestInfo test) {
    prefix = test.getTestMethod().orElseThrow().getName() + ':';
    stores = RedisStores.connect(redis.address(), PATIENCE).prefix(prefix);
    client = RedisClient.builder()
        .hostAndPort(JedisURIHelper.getHostAndPort(redis.address()))
        .clientConfig(DefaultJedisClientConfig.builder()
            .socketTimeoutMillis(Math.toIntExact(PATIENCE.toMillis()))
            .build())
        .build();
  }

  @AfterEach
  void disconnect() {
    stores.close();
    client.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aTokenIsUsedForEveryCopyUntilItIsTooOldAnyway() {
    ReplayGuard guard = stores.replayGuard();
    assertThat(guard.isUsed("t-1")).isFalse();
    guard.use("t-1", HOUR);

    try (RedisStores other = RedisStores.connect(redis.address(), PATIENCE)) {
      assertThat(other.prefix(prefix).replayGuard().isUsed("t-1")).isTrue();
      assertThat(other.replayGuard().isUsed("t-1")).as("of another app").isFalse();
    }
    assertThat(client.pttl(prefix + "answered:t-1")).isBetween(1L, HOUR.toMillis());
  }

  @Test
  void stateIsSwappedOnlyWhereItIsWhatWasRead() {
    StateStore store = stores.stateStore();
    byte[] one = {0, 13, 10, (byte) 0xff};

    assertThat(store.read("k")).isNull();
    assertThat(store.replace("k", bytes("x"), one, HOUR)).isFalse();
    assertThat(store.replace("k", null, one, HOUR)).isTrue();
    assertThat(store.replace("k", null, bytes("2"), HOUR)).isFalse();
    assertThat(store.read("k")).isEqualTo(one);
    assertThat(client.pttl(prefix + "state:k")).isBetween(1L, HOUR.toMillis());
    assertThat(store.replace("k", one, new byte[0], HOUR)).isTrue();
    assertThat(store.read("k")).isEmpty();
    assertThat(store.replace("k", null, one, HOUR)).as("empty is a value").isFalse();
    assertThat(store.replace("k", new byte[0], null, HOUR)).isTrue();
    assertThat(store.read("k")).isNull();
    assertThat(client.exists(prefix + "state:k")).isFalse();
  }

  @Test
  void stateExpires() throws Exception {
    stores.stateStore().replace("k", null, bytes("v"), Duration.ofMillis(1));
    while (client.exists(prefix + "state:k")) {
      Thread.onSpinWait();
    }
    assertThat(stores.stateStore().read("k")).isNull();
  }

  @Test
  void noChangeIsLostAmongManyCopies() throws Exception {
    int copies = 8;
    int each = 50;
    ExecutorService threads = Executors.newFixedThreadPool(copies);
    List<Future<?>> done = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      done.add(threads.submit(() -> {
        StateStore store = stores.stateStore();
        for (int i = 0; i < each; i++) {
          byte[] old;
          byte[] next;
          do {
            old = store.read("n");
            int count = old == null ? 0 : Integer.parseInt(new String(old, StandardCharsets.UTF_8));
            next = bytes("" + (count + 1));
          } while (!store.replace("n", old, next, HOUR));
        }
      }));
    }
    for (Future<?> each1 : done) {
      each1.get();
    }
    threads.shutdown();
    assertThat(stores.stateStore().read("n")).isEqualTo(bytes("" + copies * each));
  }

  private enum Text implements StateCodec {
    CODEC;

    @Override
    public byte[] write(Object value) {
      return bytes(value.toString());
    }

    @Override
    public <T> T read(byte[] bytes, Class<T> type) {
      return type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** Counts, and remembers in the call's state how often it was called. */
  private record App(AtomicInteger calls) implements WebhookRouter {
    @Override
    public String app() {
      return "com.acme.App";
    }

    @Override
    public List<Route<?>> routes() {
      return Route.all(Route.inbound("/inbound"), Route.nccoCallback("/choice"));
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) {
      calls.incrementAndGet();
      if (route.path().equals("/choice")) {
        CallState.of(request, String.class).update(old -> old.orElse("") + "x");
      }
      return Reply.done();
    }
  }

  private WebhookSettings settings() {
    return stores.share(
        WebhookSettings.of(URI.create("https://pizza.example")).secret(SECRET), Text.CODEC);
  }

  private static int status(Webhooks copy, WebhookRequest request) {
    return copy.handle(request).toCompletableFuture().join().status();
  }

  @Test
  void copiesOfAnAppServeAWebhookOnceAndShareACall() {
    App app = new App(new AtomicInteger());
    Webhooks one = Webhooks.of(settings(), app);
    Webhooks two = Webhooks.of(settings(), app);
    WebhookSigner signer = WebhookSigner.of(SECRET);
    WebhookRequest message = WebhookRequest.post("/inbound", "{\"message_uuid\":\"m-1\"}");
    WebhookRequest choice = WebhookRequest.post("/choice", "{\"conversation_uuid\":\"CON-1\"}");

    assertThat(status(one, signer.sign(message))).isEqualTo(204);
    assertThat(status(two, signer.sign(message))).isEqualTo(204);
    assertThat(app.calls()).hasValue(1);

    assertThat(status(one, signer.sign(choice))).isEqualTo(204);
    assertThat(status(two, signer.sign(choice))).isEqualTo(204);
    assertThat(client.get(prefix + "state:CON-1/java.lang.String")).isEqualTo("xx");
    assertThat(client.pttl(prefix + "state:CON-1/java.lang.String"))
        .isBetween(1L, Duration.ofDays(1).toMillis());
  }

  /** Fail closed: without Redis nothing is let through unchecked; the platform is told to ask again, and then it is served. */
  @Test
  void withoutRedisThePlatformIsToldToAskAgain() throws Exception {
    App app = new App(new AtomicInteger());
    Webhooks webhooks = Webhooks.of(settings(), app);
    WebhookSigner signer = WebhookSigner.of(SECRET);
    WebhookRequest message =
        signer.sign(WebhookRequest.post("/inbound", "{\"message_uuid\":\"m-2\"}"));
    WebhookRequest used =
        signer.sign(WebhookRequest.post("/inbound", "{\"message_uuid\":\"m-1\"}"));
    assertThat(status(webhooks, used)).isEqualTo(204);

    redis.kill();
    try {
      assertThat(stores.isReachable()).isFalse();
      assertThat(status(webhooks, message)).isEqualTo(503);
      assertThat(status(webhooks, used)).as("a replay waits as well").isEqualTo(503);
      assertThatThrownBy(() -> stores.stateStore().read("k")).isInstanceOf(JedisException.class);
      assertThat(app.calls()).hasValue(1);
    } finally {
      redis.startAgain();
    }

    assertThat(status(webhooks, message)).isEqualTo(204);
    assertThat(status(webhooks, used)).isEqualTo(204);
    assertThat(app.calls()).as("what was used before is remembered").hasValue(2);
  }

  @Test
  void patienceIsPositive() {
    assertThatThrownBy(() -> RedisStores.connect(redis.address(), Duration.ZERO))
        .hasMessageContaining("millisecond");
  }

  @Test
  void anAddressOfSomethingElseIsASentence() {
    assertThatThrownBy(() -> RedisStores.connect(URI.create("http://127.0.0.1:6379")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("redis://host:6379");
  }
}
