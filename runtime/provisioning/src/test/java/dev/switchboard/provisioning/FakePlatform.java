package dev.switchboard.provisioning;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.platformapi.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.ObjectNode;

/** Both APIs over real HTTP, in memory, with the faults that the engine must survive. Thread-safe. */
final class FakePlatform implements AutoCloseable {
  /** Decides about a request; each hook may answer false to leave the client without an answer. */
  interface Faults {
    /** Before the platform does anything: a status to answer instead, or 0. */
    default int refuse(String method, String path) {
      return 0;
    }

    /** After the platform acted and before it answers: false drops the connection. */
    default boolean reply(String method, String path) {
      return true;
    }

    /** Whether the platform itself ends the connection in place of the answer; asked by the sandbox only. */
    default boolean lost(String method, String path) {
      return false;
    }

    /** Whether a creation arrives twice. */
    default boolean doubled() {
      return false;
    }

    /** How many of the newest applications the list does not show yet. */
    default int lag() {
      return 0;
    }
  }

  static final String KEY = "fakekey1";

  final String secret = SuiteSecrets.fresh();
  final Map<String, ObjectNode> applications = new LinkedHashMap<>();
  final Map<String, ObjectNode> numbers = new LinkedHashMap<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  volatile Faults faults = new Faults() {};

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FakePlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Account account() {
    return Account.of(KEY, secret).at(uri());
  }

  List<String> writes() {
    return requests.stream().filter(line -> !line.startsWith("GET ")).toList();
  }

  synchronized ObjectNode own(String msisdn, String... fields) {
    ObjectNode number = Tree.object();
    number.put("country", "GB");
    number.put("msisdn", msisdn);
    number.put("type", "mobile-lvn");
    number.putArray("features").add("VOICE").add("SMS");
    for (int i = 0; i < fields.length; i += 2) {
      number.put(fields[i], fields[i + 1]);
    }
    numbers.put(msisdn, number);
    return number;
  }

  synchronized ObjectNode put(ObjectNode application) {
    applications.put(application.path("id").asString(), application);
    return application;
  }

  synchronized ObjectNode only() {
    if (applications.size() != 1) {
      throw new AssertionError(applications.size() + " applications");
    }
    return applications.values().iterator().next().deepCopy();
  }

  /** An application as it is now. */
  synchronized ObjectNode application(String id) {
    return Objects.requireNonNull(applications.get(id), id).deepCopy();
  }

  /** A number as it is now. */
  synchronized ObjectNode number(String msisdn) {
    return Objects.requireNonNull(numbers.get(msisdn), msisdn).deepCopy();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    URI uri = exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(method + " " + uri.getPath());
    String basic = "Basic "
        + Base64.getEncoder().encodeToString((KEY + ":" + secret).getBytes(StandardCharsets.UTF_8));
    if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, problem("unauthorized"));
      return;
    }
    int refused = faults.refuse(method, uri.getPath());
    if (refused != 0) {
      answer(exchange, refused, problem("fault"));
      return;
    }
    Answer answer = act(method, uri, body);
    if (faults.reply(method, uri.getPath())) {
      answer(exchange, answer.status, answer.body);
    } else {
      exchange.close();
    }
  }

  private record Answer(int status, ObjectNode body) {}

  private synchronized Answer act(String method, URI uri, String body) {
    Map<String, String> query = pairs(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    String path = uri.getPath();
    if (path.equals("/account/numbers")) {
      return new Answer(200, numberPage(query));
    }
    if (path.equals("/number/update")) {
      return updateNumber(pairs(body));
    }
    if (path.equals("/v2/applications")) {
      if (method.equals("GET")) {
        return new Answer(200, page(query));
      }
      ObjectNode created = create(body);
      if (faults.doubled()) {
        create(body);
      }
      return new Answer(201, created);
    }
    String id = path.substring(path.lastIndexOf('/') + 1);
    ObjectNode there = applications.get(id);
    if (there == null) {
      return new Answer(404, problem("not-found"));
    }
    return switch (method) {
      case "GET" -> new Answer(200, there.deepCopy());
      case "PUT" -> new Answer(200, replace(id, there, body));
      default -> {
        applications.remove(id);
        numbers.values().stream()
            .filter(n -> n.path("app_id").asString("").equals(id))
            .forEach(n -> n.remove("app_id"));
        yield new Answer(204, Tree.object());
      }
    };
  }

  private ObjectNode create(String body) {
    ObjectNode application = (ObjectNode) ApiClient.mapper().readTree(body);
    String id = UUID.randomUUID().toString();
    application.put("id", id);
    application.putObject("_links").putObject("self").put("href", "/v2/applications/" + id);
    applications.put(id, application);
    return application.deepCopy();
  }

  private ObjectNode replace(String id, ObjectNode there, String body) {
    ObjectNode next = (ObjectNode) ApiClient.mapper().readTree(body);
    next.put("id", id);
    if (!next.has("keys") && there.has("keys")) {
      next.set("keys", there.get("keys"));
    }
    applications.put(id, next);
    return next.deepCopy();
  }

  private ObjectNode page(Map<String, String> query) {
    int size = Integer.parseInt(query.getOrDefault("page_size", "10"));
    int page = Integer.parseInt(query.getOrDefault("page", "1"));
    List<ObjectNode> all = new ArrayList<>(applications.values());
    all = all.subList(0, Math.max(0, all.size() - faults.lag()));
    ObjectNode answer = Tree.object();
    answer.put("page", page);
    answer.put("total_pages", (all.size() + size - 1) / size);
    answer.put("total_items", all.size());
    var items = answer.putObject("_embedded").putArray("applications");
    all.stream().skip((long) (page - 1) * size).limit(size).forEach(a -> items.add(a.deepCopy()));
    return answer;
  }

  private ObjectNode numberPage(Map<String, String> query) {
    int size = Integer.parseInt(query.getOrDefault("size", "10"));
    int index = Integer.parseInt(query.getOrDefault("index", "1"));
    List<ObjectNode> matching = numbers.values().stream()
        .filter(n -> n.path("msisdn").asString("").startsWith(query.getOrDefault("pattern", "")))
        .filter(n -> !query.containsKey("application_id")
            || n.path("app_id").asString("").equals(query.get("application_id")))
        .toList();
    ObjectNode answer = Tree.object();
    answer.put("count", matching.size());
    var items = answer.putArray("numbers");
    matching.stream()
        .skip((long) (index - 1) * size)
        .limit(size)
        .forEach(n -> items.add(n.deepCopy()));
    return answer;
  }

  private Answer updateNumber(Map<String, String> form) {
    ObjectNode number = numbers.get(form.getOrDefault("msisdn", ""));
    String application = form.get("app_id");
    if (number == null || (application != null && !applications.containsKey(application))) {
      ObjectNode failed = Tree.object();
      failed.put("error-code", "420");
      failed.put("error-code-label", "method failed");
      return new Answer(420, failed);
    }
    List.of(
            "app_id",
            "moHttpUrl",
            "moSmppSysType",
            "voiceCallbackType",
            "voiceCallbackValue",
            "voiceStatusCallback")
        .forEach(name -> {
          number.remove(name);
          if (form.containsKey(name) && !form.get(name).isEmpty()) {
            number.put(name, form.get(name));
          }
        });
    ObjectNode done = Tree.object();
    done.put("error-code", "200");
    done.put("error-code-label", "success");
    return new Answer(200, done);
  }

  private static ObjectNode problem(String kind) {
    ObjectNode problem = Tree.object();
    problem.put("type", "https://developer.nexmo.com/api-errors#" + kind);
    problem.put("title", kind);
    problem.put("detail", "the reason is " + kind);
    return problem;
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    byte[] bytes = status == 204 ? new byte[0] : ApiClient.mapper().writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        pairs.put(
            URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return pairs;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
