package dev.switchboard.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An app that takes every webhook and keeps it; its answer URL gives a talk. */
final class SmallApp implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

  SmallApp() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(threads);
    server.createContext("/", this::exchange);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The next webhook that is like that; those before it are gone. */
  String next(Predicate<String> like) throws InterruptedException {
    while (true) {
      String body = arrived.poll(20, TimeUnit.SECONDS);
      if (body == null) {
        throw new AssertionError("the webhook did not arrive");
      }
      if (like.test(body)) {
        return body;
      }
    }
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      arrived.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      if (exchange.getRequestURI().getPath().equals("/answer")) {
        byte[] ncco =
            "[{\"action\":\"talk\",\"text\":\"Hello.\"}]".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, ncco.length);
        exchange.getResponseBody().write(ncco);
      } else {
        exchange.sendResponseHeaders(204, -1);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
