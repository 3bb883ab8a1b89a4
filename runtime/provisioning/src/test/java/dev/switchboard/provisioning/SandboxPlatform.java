package dev.switchboard.provisioning;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.platformapi.ApiClient;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.sandbox.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox, behind a proxy that can lose answers, send a creation twice, and let the list lag. The proxy stays, the
 * sandbox behind it can be a new one.
 */
final class SandboxPlatform implements AutoCloseable {
  static final String KEY = "racekey1";

  final String secret = SuiteSecrets.fresh();
  volatile FakePlatform.Faults faults = new FakePlatform.Faults() {};

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer proxy;
  private final List<String> created = new CopyOnWriteArrayList<>();
  private volatile Sandbox sandbox;

  SandboxPlatform() throws IOException {
    sandbox = fresh();
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext("/", this::serve);
    proxy.setExecutor(threads);
    proxy.start();
  }

  private Sandbox fresh() {
    return Sandbox.start(SandboxSettings.defaults()
        .port(0)
        .apiKey(KEY)
        .apiSecret(secret)
        .numbers(List.of(KillScenario.NUMBER_DIGITS)));
  }

  /** An empty account. */
  void reset() {
    faults = new FakePlatform.Faults() {};
    created.clear();
    Sandbox former = sandbox;
    sandbox = fresh();
    former.close();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
  }

  Account account() {
    return Account.of(KEY, secret).at(uri());
  }

  private void serve(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      if (faults.lost(method, path)) {
        sandbox.faults().once(path, Fault.resetAfterCommit());
      }
      Map<String, String> headers = List.of("Authorization", "Content-Type", "Accept").stream()
          .filter(name -> exchange.getRequestHeaders().containsKey(name))
          .collect(Collectors.toMap(
              name -> name, name -> exchange.getRequestHeaders().getFirst(name)));
      HttpResponse<byte[]> answer = send(method, exchange.getRequestURI(), headers, body);
      boolean creation = method.equals("POST") && path.equals("/v2/applications");
      if (creation) {
        remember(answer);
        if (faults.doubled()) {
          remember(send(method, exchange.getRequestURI(), headers, body));
        }
      }
      byte[] bytes = method.equals("GET") && path.equals("/v2/applications")
          ? lagging(answer.body())
          : answer.body();
      if (!faults.reply(method, path)) {
        exchange.close();
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException lost) {
      // The sandbox ended the connection, and so does the proxy.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private HttpResponse<byte[]> send(
      String method, URI target, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    String base = sandbox.uri().toString().replaceFirst("/$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
        .method(
            method,
            body.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private void remember(HttpResponse<byte[]> answer) {
    if (answer.statusCode() == 201) {
      created.add(ApiClient.mapper().readTree(answer.body()).path("id").asString());
    }
  }

  private byte[] lagging(byte[] list) {
    int lag = Math.min(faults.lag(), created.size());
    List<String> hidden = created.subList(created.size() - lag, created.size());
    JsonNode page = ApiClient.mapper().readTree(list);
    if (lag > 0 && page.at("/_embedded/applications") instanceof ArrayNode items) {
      for (int i = items.size() - 1; i >= 0; i--) {
        if (hidden.contains(items.get(i).path("id").asString(""))) {
          items.remove(i);
        }
      }
    }
    return ApiClient.mapper().writeValueAsBytes(page);
  }

  /** A request past the proxy. */
  JsonNode direct(String method, String path, String type, String body) {
    String basic =
        Base64.getEncoder().encodeToString((KEY + ":" + secret).getBytes(StandardCharsets.UTF_8));
    try {
      HttpResponse<byte[]> answer = send(
          method,
          URI.create(path),
          Map.of("Authorization", "Basic " + basic, "Content-Type", type),
          body.getBytes(StandardCharsets.UTF_8));
      if (answer.statusCode() / 100 != 2) {
        throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " "
            + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return ApiClient.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Makes or replaces an application; empty id for a new one. */
  ObjectNode put(String id, ObjectNode application) {
    return (ObjectNode) direct(
        id.isEmpty() ? "POST" : "PUT",
        "/v2/applications" + (id.isEmpty() ? "" : "/" + id),
        "application/json",
        application.toString());
  }

  List<ObjectNode> applications() {
    List<ObjectNode> all = new ArrayList<>();
    direct("GET", "/v2/applications?page_size=100", "application/json", "")
        .at("/_embedded/applications")
        .forEach(item -> all.add(application(item.path("id").asString())));
    return all;
  }

  ObjectNode application(String id) {
    return (ObjectNode) direct("GET", "/v2/applications/" + id, "application/json", "");
  }

  ObjectNode number() {
    return (ObjectNode) direct("GET", "/account/numbers?size=10", "application/json", "")
        .path("numbers")
        .get(0);
  }

  void updateNumber(Map<String, String> form) {
    direct(
        "POST",
        "/number/update",
        "application/x-www-form-urlencoded",
        form.entrySet().stream()
            .map(pair ->
                pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  @Override
  public void close() {
    proxy.stop(0);
    threads.shutdownNow();
    sandbox.close();
  }
}
