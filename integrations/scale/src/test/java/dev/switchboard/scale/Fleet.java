package dev.switchboard.scale;

import dev.switchboard.redis.RedisStores;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.WebhookSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Some copies of the app, the proxy before them, and the Redis behind them. */
final class Fleet implements AutoCloseable {
  static final String SECRET = "scale-signature-secret";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI redisUrl;
  private final Copy redis;
  private final Balancer proxy;
  private final List<Integer> ports;
  private final Map<Integer, Copy> copies = new LinkedHashMap<>();

  private Fleet(int redisPort, List<Integer> ports, Path folder) throws IOException {
    this.redisUrl = URI.create("redis://127.0.0.1:" + redisPort);
    this.ports = ports;
    this.proxy = new Balancer(ports);
    // What was acknowledged is on the disk: Redis is killed, too.
    this.redis = new Copy(
        List.of(
            "redis-server",
            "--port",
            "" + redisPort,
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "yes",
            "--appendfsync",
            "always",
            "--dir",
            folder.toString()),
        Map.of(),
        folder.resolve("redis.log"));
  }

  /** Starts all of it, and waits until each copy listens. */
  static Fleet start(int size, Path folder) throws Exception {
    List<Integer> ports = new ArrayList<>();
    int redisPort = freePort();
    for (int i = 0; i < size; i++) {
      ports.add(freePort());
    }
    Fleet fleet = new Fleet(redisPort, List.copyOf(ports), folder);
    try {
      awaitPort(redisPort);
      for (int port : ports) {
        fleet.copies.put(
            port,
            Copy.ofApp(
                port,
                Map.of(
                    "PORT",
                    "" + port,
                    "SWITCHBOARD_BASE_URL",
                    fleet.baseUrl(),
                    "VONAGE_SIGNATURE_SECRET",
                    SECRET,
                    "REDIS_URL",
                    fleet.redisUrl.toString()),
                folder));
      }
      for (int port : ports) {
        awaitPort(port);
      }
      return fleet;
    } catch (Exception | Error e) {
      fleet.close();
      throw e;
    }
  }

  /** Where the proxy listens. */
  String baseUrl() {
    return "http://127.0.0.1:" + proxy.port();
  }

  /**
   * Kills a copy with {@code kill -9} and starts it again.
   *
   * @param number counted on beyond the last copy, from the first again
   * @return how many webhooks it had in hand
   */
  int killAndStartAgain(int number) throws Exception {
    int port = ports.get(number % ports.size());
    int inHand = proxy.inHand(port);
    Copy killed = Objects.requireNonNull(copies.get(port));
    killed.kill();
    killed.startAgain();
    awaitPort(port);
    return inHand;
  }

  /**
   * Takes Redis away, asks every copy as often as it answers, and brings Redis back. No copy is started anew.
   *
   * @return how often each status was the answer
   */
  Map<Integer, Integer> withoutRedis(Duration outage) throws Exception {
    Map<Integer, Integer> answers = new LinkedHashMap<>();
    redis.kill();
    long back = System.nanoTime() + outage.toNanos();
    do {
      for (int port : ports) {
        answers.merge(status(port), 1, Integer::sum);
      }
    } while (System.nanoTime() < back);
    redis.startAgain();
    awaitPort(redisUrl.getPort());
    for (int port : ports) {
      awaitServing(port);
    }
    return answers;
  }

  /** How many connections ended without an answer: what was in flight to a copy when it was killed. */
  int cutOff() {
    return proxy.cutOff();
  }

  /** What is stored; over a connection of its own, since those from before an outage are dead. */
  byte @Nullable [] read(String key) {
    try (RedisStores stores = RedisStores.connect(redisUrl, Duration.ofMinutes(1))) {
      return stores.stateStore().read(key);
    }
  }

  /** What a copy answers to a message that is signed and new. */
  private static int status(int port) throws Exception {
    WebhookRequest signed = WebhookSigner.of(SECRET)
        .sign(WebhookRequest.post(
            "/webhooks/inbound",
            "{\"channel\":\"sms\",\"message_uuid\":\"probe-" + UUID.randomUUID()
                + "\",\"from\":\"447700900000\",\"to\":\"447700900001\"}"));
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/webhooks/inbound"))
        .header("Authorization", signed.header("Authorization").orElseThrow())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(signed.body()))
        .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void awaitServing(int port) throws Exception {
    for (int i = 0; i < 600; i++) {
      if (status(port) / 100 == 2) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("the copy on port " + port + " did not find Redis again");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws Exception {
    for (int i = 0; i < 600; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new AssertionError("nothing listens on port " + port);
  }

  @Override
  public void close() throws IOException {
    try {
      for (Copy copy : copies.values()) {
        copy.kill();
      }
      redis.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      proxy.close();
    }
  }
}
