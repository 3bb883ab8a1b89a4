package line;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The SDK by hand on the server of the JDK. */
final class Main {
  private Main() {}

  public static void main(String... args) throws Exception {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(
        new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT"))), 1024);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.createContext("/webhooks/answer", exchange -> {
      exchange.getRequestBody().readAllBytes();
      if (refused(exchange)) {
        return;
      }
      String query = exchange.getRequestURI().getQuery();
      int from = query.indexOf("from=") + 5;
      byte[] ncco = Hand.answer(query.substring(from, query.indexOf('&', from)))
          .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, ncco.length);
      exchange.getResponseBody().write(ncco);
      exchange.close();
    });
    server.createContext("/webhooks/event", exchange -> {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (refused(exchange)) {
        return;
      }
      Hand.event(new String(body, StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
  }

  private static boolean refused(HttpExchange exchange) throws IOException {
    if (!Hand.refused(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return false;
    }
    exchange.sendResponseHeaders(401, -1);
    exchange.close();
    return true;
  }
}
