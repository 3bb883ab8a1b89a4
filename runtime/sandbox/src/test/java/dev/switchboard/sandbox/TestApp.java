package dev.switchboard.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** An app of few words, written on the JDK's server so that no code of ours is on both sides of a test. */
final class TestApp implements AutoCloseable {
  /** One pair for all tests: to make one takes longer than a test. */
  private static final KeyPair KEYS = RsaKeys.generate();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Function<WebhookRequest, Answer>> answers = new ConcurrentHashMap<>();
  private boolean forgetful;
  private final List<WebhookRequest> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  record Answer(int status, String type, String body) {
    static final Answer EMPTY = new Answer(204, "", "");

    static Answer ncco(String body) {
      return new Answer(200, "application/json", body.replace('\'', '"'));
    }

    static Answer status(int status) {
      return new Answer(status, "text/plain", "no");
    }
  }

  TestApp() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(threads);
    server.createContext("/", this::exchange);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Keeps no request, where there are too many. */
  TestApp forgetful() {
    forgetful = true;
    return this;
  }

  TestApp on(String path, Answer answer) {
    answers.put(path, request -> answer);
    return this;
  }

  TestApp on(String path, Function<WebhookRequest, Answer> answer) {
    answers.put(path, answer);
    return this;
  }

  List<WebhookRequest> requests(String path) {
    return requests.stream().filter(each -> each.path().equals(path)).toList();
  }

  /** Waits until a request like that has arrived. */
  void await(String path, Predicate<WebhookRequest> like) throws InterruptedException {
    await(() -> requests(path).stream().anyMatch(like), "nothing like that arrived at " + path);
  }

  /** Waits until so many requests have arrived. Counts each once, however many there are. */
  void awaitCount(String path, int count) throws InterruptedException {
    await(
        () -> counts.getOrDefault(path, 0) >= count, "fewer than " + count + " arrived at " + path);
  }

  private void await(BooleanSupplier condition, String failure) throws InterruptedException {
    synchronized (requests) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!condition.getAsBoolean()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError(failure);
        }
        requests.wait(left);
      }
    }
  }

  /** The statuses of the events that arrived, in their order. */
  List<String> statuses(String path) {
    List<String> statuses = new ArrayList<>();
    requests(path).forEach(each -> each.json().text("status").ifPresent(statuses::add));
    return statuses;
  }

  /**
   * Creates an application with all voice and messages webhooks here, links a number, and gives what was answered, with the
   * private key.
   */
  Json register(Sandbox sandbox, String number) {
    return register(new Rest(sandbox), number);
  }

  /** The same, and a client that shows the application's token. */
  Rest client(Sandbox sandbox, String number) {
    Json application = register(sandbox, number);
    return new Rest(sandbox)
        .asApplication(application.required("id"), application.get("keys").required("private_key"));
  }

  Json register(Rest rest, String number) {
    String body = "{'name':'Test','capabilities':{'voice':{'webhooks':{"
        + "'answer_url':{'address':'" + url("/answer") + "','http_method':'GET'},"
        + "'fallback_answer_url':{'address':'" + url("/fallback") + "','http_method':'POST'},"
        + "'event_url':{'address':'" + url("/event") + "','http_method':'POST'}}},"
        + "'messages':{'webhooks':{'inbound_url':{'address':'" + url("/inbound")
        + "','http_method':'POST'},"
        + "'status_url':{'address':'" + url("/status") + "','http_method':'POST'}}}}}";
    Json wanted = Json.parse(body.replace('\'', '"'))
        .with("keys", Json.object("public_key", RsaKeys.pem(KEYS.getPublic())));
    Json created = rest.json("POST", "/v2/applications", wanted.write()).json();
    rest.form(
        "/number/update", "country=GB&msisdn=" + number + "&app_id=" + created.required("id"));
    return created.with("keys", Json.object("private_key", RsaKeys.pem(KEYS.getPrivate())));
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String query = exchange.getRequestURI().getRawQuery();
      WebhookRequest request = WebhookRequest.of(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getPath(),
          query == null ? "" : query,
          exchange.getRequestHeaders(),
          body);
      synchronized (requests) {
        if (!forgetful) {
          requests.add(request);
        }
        counts.merge(request.path(), 1, Integer::sum);
        requests.notifyAll();
      }
      Answer answer = answers.getOrDefault(request.path(), any -> Answer.EMPTY).apply(request);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      if (!answer.type().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
      }
      if (answer.status() == 0) {
        return;
      }
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
