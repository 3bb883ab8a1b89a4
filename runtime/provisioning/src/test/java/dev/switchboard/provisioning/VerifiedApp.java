package dev.switchboard.provisioning;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An app over real HTTP that answers as it is told to. */
final class VerifiedApp implements AutoCloseable {
  static final String NCCO = "[{\"action\":\"talk\",\"text\":\"hello\"}]";

  /**
   * One answer.
   *
   * @param status 0 for none at all
   */
  record Answer(int status, String type, String body) {}

  final Map<String, WebhookRequest> seen = new ConcurrentHashMap<>();
  final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch never = new CountDownLatch(1);
  private final HttpServer server;

  VerifiedApp() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
    for (String path : List.of("/answer", "/sorry")) {
      answers.put(path, new Answer(200, "application/json", NCCO));
    }
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base");
  }

  @Override
  public void close() {
    never.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  WebhookRequest request(String path) {
    return Optional.ofNullable(seen.get(path)).orElseThrow();
  }

  Json json(String path) {
    return request(path).json();
  }

  private void serve(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath().substring("/base".length());
    seen.put(
        path,
        WebhookRequest.of(
            exchange.getRequestMethod(),
            uri.getRawPath(),
            uri.getRawQuery() == null ? "" : uri.getRawQuery(),
            exchange.getRequestHeaders(),
            exchange.getRequestBody().readAllBytes()));
    Answer answer = answers.getOrDefault(path, new Answer(204, "", ""));
    if (answer.status == 0) {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
    if (!answer.type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", answer.type);
    }
    exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  static Manifest manifest(List<String> numbers) {
    Map<String, Capability> capabilities = new LinkedHashMap<>();
    capabilities.put(
        "voice",
        new Capability(
            "voice",
            List.of(
                new Webhook(
                    "answer_url",
                    "/answer",
                    Map.of("http_method", "GET", "connect_timeout", 300, "socket_timeout", 1000)),
                new Webhook("fallback_answer_url", "/sorry", Map.of("http_method", "POST")),
                new Webhook("event_url", "/event", Map.of("http_method", "POST"))),
            Map.of("signed_callbacks", true)));
    capabilities.put(
        "messages",
        new Capability(
            "messages",
            List.of(
                new Webhook("inbound_url", "/inbound", Map.of("http_method", "POST")),
                new Webhook("status_url", "/status", Map.of("http_method", "POST"))),
            Map.of("version", "v1")));
    capabilities.put(
        "verify",
        new Capability(
            "verify",
            List.of(new Webhook("status_url", "/verified", Map.of("http_method", "POST"))),
            Map.of()));
    List<Route> routes = new ArrayList<>();
    capabilities
        .values()
        .forEach(capability -> capability
            .webhooks()
            .forEach(webhook -> routes.add(new Route(
                Optional.of(capability.name()),
                webhook.kind(),
                String.valueOf(webhook.options().get("http_method")),
                webhook.path(),
                List.of()))));
    for (String event : List.of("InputEvent", "RecordEvent", "NotifyEvent")) {
      routes.add(new Route(
          Optional.empty(),
          "callback",
          "POST",
          "/" + event,
          List.of("com.acme.Phone#on(" + event + ")")));
    }
    routes.add(new Route(
        Optional.empty(),
        "websocket",
        "GET",
        "/agent",
        List.of("com.acme.Phone#agent(AudioStart)")));
    return new Manifest(
        "com.acme.Phone",
        new Application("Phone", List.copyOf(capabilities.values()), Map.of("improve_ai", false)),
        routes,
        List.of(),
        List.of(),
        numbers);
  }
}
