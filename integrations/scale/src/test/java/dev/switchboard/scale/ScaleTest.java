package dev.switchboard.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.redis.RedisStores;
import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Conversation;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.RsaKeys;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three copies behind a proxy with one Redis. The platform calls and writes, repeats a part of it, and meanwhile one copy after the other is
 * killed and started again, and Redis is away for ten seconds. Prints what came of it.
 */
class ScaleTest {
  private static final int COPIES = 3;
  private static final int BATCHES = 20;
  private static final int AT_ONCE = 12;
  private static final int WEBHOOKS_OF_A_CALL = 6;
  private static final String SECRET = "scale-signature-secret";
  private static final Duration OUTAGE = Duration.ofSeconds(10);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir
  Path folder;

  private record Called(String caller, Call call) {}

  private record Batch(List<Called> calls, List<Conversation> writers) {}

  private final ConcurrentLinkedQueue<Called> calls = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Conversation> writers = new ConcurrentLinkedQueue<>();

  @Test
  void nothingIsLostOrMixedWhileCopiesAreKilled() throws Exception {
    int webhooks = Integer.getInteger("scale.webhooks", 10_000);
    int callsOfBatch = Math.max(1, webhooks * 6 / 10 / WEBHOOKS_OF_A_CALL / BATCHES);
    int messagesOfBatch = Math.max(1, webhooks * 4 / 10 / BATCHES);
    int redisPort = freePort();
    URI redisUrl = URI.create("redis://127.0.0.1:" + redisPort);
    Copy redis = new Copy(
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
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < COPIES; i++) {
      ports.add(freePort());
    }
    Balancer proxy = new Balancer(ports);
    String baseUrl = "http://127.0.0.1:" + proxy.port();
    Map<Integer, Copy> copies = new LinkedHashMap<>();
    ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    int inHandWhenKilled = 0;
    Batch over = new Batch(List.of(), List.of());
    try (Sandbox sandbox = Sandbox.start(
        SandboxSettings.defaults().signatureSecret(SECRET).patience(Duration.ofMinutes(2)))) {
      awaitPort(redisPort);
      for (int port : ports) {
        copies.put(port, copy(port, baseUrl, redisUrl));
      }
      for (int port : ports) {
        awaitPort(port);
      }
      register(sandbox, baseUrl);
      Report report = new Report(
          conversation -> text(read(redisUrl, conversation + '/' + String.class.getName())));
      int number = 0;
      for (int batch = 0; batch < BATCHES; batch++) {
        sandbox.faults().add("messages.inbound_url", Fault.duplicate(), messagesOfBatch / 5);
        sandbox.faults().add("voice.answer_url", Fault.duplicate(), callsOfBatch / 5);
        sandbox.faults().add("input", Fault.duplicate(), callsOfBatch / 5);
        sandbox.faults().add("voice.event_url", Fault.duplicate(), callsOfBatch / 5);
        List<Future<?>> scenes = new ArrayList<>();
        for (int i = 0; i < callsOfBatch; i++) {
          String caller = String.format("4477%08d", number++);
          scenes.add(people.submit(() -> call(sandbox, caller)));
          if (i % 2 == 0 || messagesOfBatch > callsOfBatch) {
            for (int m = 0; m < messagesOfBatch / callsOfBatch + 1; m++) {
              String writer = String.format("4478%08d", number++);
              scenes.add(people.submit(() -> write(sandbox, writer)));
            }
          }
        }
        int victim = ports.get(batch % COPIES);
        awaitDone(scenes, scenes.size() / 3);
        if (batch == BATCHES / 2) {
          redis.kill();
          long back = System.nanoTime() + OUTAGE.toNanos();
          do {
            for (int port : ports) {
              assertThat(status(port))
                  .as("without Redis nothing is let through")
                  .isEqualTo(503);
            }
          } while (System.nanoTime() < back);
          redis.startAgain();
          awaitPort(redisPort);
          for (int port : ports) {
            awaitServing(port);
          }
        } else {
          inHandWhenKilled += proxy.inHand(victim);
          Copy killed = Objects.requireNonNull(copies.get(victim));
          killed.kill();
          killed.startAgain();
          awaitPort(victim);
        }
        for (Future<?> scene : scenes) {
          scene.get();
        }
        // The sandbox remembers the latest thousand people, so each batch is looked at when the
        // next one is over.
        report(report, redisUrl, over);
        over = drained();
      }
      report(report, redisUrl, over);
      show(report, inHandWhenKilled);
    } finally {
      people.shutdownNow();
      for (Copy copy : copies.values()) {
        copy.kill();
      }
      redis.kill();
      proxy.close();
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

  /** A copy that finds Redis again takes what it refused a moment ago, without having been started anew. */
  private static void awaitServing(int port) throws Exception {
    for (int i = 0; i < 600; i++) {
      if (status(port) == 204) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("the copy on port " + port + " did not find Redis again");
  }

  private Batch drained() {
    Batch batch = new Batch(List.copyOf(calls), List.copyOf(writers));
    calls.clear();
    writers.clear();
    return batch;
  }

  private static void report(Report report, URI redisUrl, Batch batch) throws Exception {
    for (Called called : batch.calls()) {
      report.call(called.caller(), called.call().transcript());
    }
    for (Conversation writer : batch.writers()) {
      // What was refused is sent again after seconds, then after minutes.
      for (int i = 0; i < 6_000 && !Report.isTaken(writer.transcript()); i++) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      report.message(writer.transcript(), uuid -> read(redisUrl, "message/" + uuid) != null);
    }
  }

  private static void show(Report report, int inHandWhenKilled) {
    System.out.printf(
        "scale: %d calls, %d messages%n%s  %7d  webhooks in hand of copies when they were killed%n",
        report.counted("calls"), report.counted("messages"), report, inHandWhenKilled);
    assertThat(report.wrong()).isEmpty();
    assertThat(report.counted("steps acknowledged")).isPositive();
    assertThat(report.counted("messages acknowledged"))
        .isGreaterThanOrEqualTo(report.counted("messages"));
    // The proxy tells what a copy had in hand a moment before it dies; what came in between counts
    // too.
    assertThat(report.counted("plain events lost with a copy"))
        .isLessThanOrEqualTo(inHandWhenKilled + AT_ONCE * BATCHES);
  }

  /** Over a connection of its own: those from before an outage are dead. */
  private static byte @Nullable [] read(URI redisUrl, String key) {
    try (RedisStores stores = RedisStores.connect(redisUrl, Duration.ofMinutes(1))) {
      return stores.stateStore().read(key);
    }
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  /** A caller presses a key. Where both attempts of a webhook met a killed copy, the call ends early: the report sees why. */
  private void call(Sandbox sandbox, String caller) {
    Call call = sandbox.call(caller);
    calls.add(new Called(caller, call));
    try {
      call.hears("Press 1.").press("1");
    } catch (AssertionError early) {
      // The answer URL was not taken, and the fallback spoke, or nobody.
    }
    call.ends();
  }

  private void write(Sandbox sandbox, String writer) {
    writers.add(sandbox.sms(writer).says("Hello"));
  }

  private static void awaitDone(List<Future<?>> scenes, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      scenes.get(i).get();
    }
  }

  private Copy copy(int port, String baseUrl, URI redis) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", "" + port);
    environment.put("SWITCHBOARD_BASE_URL", baseUrl);
    environment.put("VONAGE_SIGNATURE_SECRET", SECRET);
    environment.put("REDIS_URL", redis.toString());
    return Copy.ofApp(port, environment, folder);
  }

  private static void register(Sandbox sandbox, String baseUrl) {
    SandboxApplication application = sandbox.createApplication("scale", RsaKeys.generate());
    sandbox.setCapabilities(
        application.id(),
        Json.object(
            "voice",
                Json.object(
                    "webhooks",
                    Json.object(
                        "answer_url", Json.object("address", baseUrl + "/webhooks/answer"),
                        "fallback_answer_url",
                            Json.object("address", baseUrl + "/webhooks/fallback-answer"),
                        "event_url", Json.object("address", baseUrl + "/webhooks/event"))),
            "messages",
                Json.object(
                    "webhooks",
                    Json.object(
                        "inbound_url", Json.object("address", baseUrl + "/webhooks/inbound"),
                        "status_url", Json.object("address", baseUrl + "/webhooks/status")))));
    sandbox.link(sandbox.settings().numbers().get(0), application.id());
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
}
