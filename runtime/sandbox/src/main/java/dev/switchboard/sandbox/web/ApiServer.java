package dev.switchboard.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.sandbox.time.ClosedLoopException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The HTTP server around the APIs: loopback only, bodies limited, errors never bare. */
public final class ApiServer implements AutoCloseable {
  /** No request that the platform takes comes near this. */
  private static final int LARGEST_BODY = 4 << 20;

  static {
    // Without it each answer on a kept connection waits 40 ms; it is read when the first server
    // class loads.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final List<Api> apis;
  private final Gate gate;

  private ApiServer(HttpServer server, ExecutorService threads, List<Api> apis, Gate gate) {
    this.server = server;
    this.threads = threads;
    this.apis = apis;
    this.gate = gate;
  }

  /**
   * Starts serving.
   *
   * @param port a port of the loopback interface, or 0 for any free one
   * @param gate what may come between a request and its API
   * @throws IOException when the port is taken
   */
  public static ApiServer start(int port, List<Api> apis, Gate gate) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    ExecutorService threads = Executors.newCachedThreadPool(named("switchboard-sandbox-api-"));
    ApiServer api = new ApiServer(server, threads, List.copyOf(apis), gate);
    server.setExecutor(threads);
    server.createContext("/", api::exchange);
    server.start();
    return api;
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiResponse response = respond(exchange);
      if (response != null) {
        write(exchange, response);
      }
    }
  }

  /** The answer, or null where the connection is to be dropped. */
  private @Nullable ApiResponse respond(HttpExchange exchange) throws IOException {
    try {
      ApiRequest request = read(exchange);
      return gate.pass(request, () -> serve(request));
    } catch (Refusal refusal) {
      return refusal.response();
    } catch (Gate.Dropped dropped) {
      return null;
    } catch (ClosedLoopException closed) {
      return null;
    }
  }

  private ApiResponse serve(ApiRequest request) {
    try {
      for (Api api : apis) {
        if (api.owns(request.path())) {
          return api.serve(request);
        }
      }
      throw Problems.notFound("Path", request.path());
    } catch (Refusal refusal) {
      return refusal.response();
    } catch (ClosedLoopException closed) {
      throw closed;
    } catch (RuntimeException failure) {
      System.getLogger(ApiServer.class.getName())
          .log(System.Logger.Level.ERROR, "the sandbox failed to serve " + request, failure);
      return Problems.internal().response();
    }
  }

  private static ApiRequest read(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream stream = exchange.getRequestBody()) {
      body = stream.readNBytes(LARGEST_BODY + 1);
    }
    if (body.length > LARGEST_BODY) {
      throw Problems.of(
          413, "about:blank", "Request too large", "The limit is " + LARGEST_BODY + " bytes.");
    }
    URI uri = exchange.getRequestURI();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
    // The live gateway's stance on a trailing slash has changed over the years; both forms are
    // taken.
    while (path.length() > 1 && path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    try {
      Map<String, String> query =
          ApiRequest.parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery());
      return new ApiRequest(exchange.getRequestMethod(), path, query, headers, body);
    } catch (IllegalArgumentException malformed) {
      throw Problems.of(400, "about:blank", "Bad Request", "The query has a malformed escape.");
    }
  }

  private static void write(HttpExchange exchange, ApiResponse response) throws IOException {
    if (!response.type().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", response.type());
    }
    response.headers().forEach(exchange.getResponseHeaders()::set);
    if (response.stream().isPresent()) {
      exchange.sendResponseHeaders(response.status(), 0);
      response.stream().get().writeTo(exchange.getResponseBody());
      return;
    }
    boolean bare = response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), bare ? -1 : response.body().length);
    if (!bare) {
      exchange.getResponseBody().write(response.body());
    }
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
