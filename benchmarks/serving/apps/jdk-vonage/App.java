import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.vonage.client.voice.EventWebhook;
import com.vonage.client.voice.ncco.ConnectAction;
import com.vonage.client.voice.ncco.Ncco;
import com.vonage.client.voice.ncco.PhoneEndpoint;
import com.vonage.client.voice.ncco.StreamAction;
import com.vonage.client.voice.ncco.TalkAction;
import com.vonage.jwt.Jwt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The official SDK by hand on the JDK's server. It checks signatures, not payload hashes: the SDK knows none. */
public final class App {
  private static final String SECRET = System.getenv("VONAGE_SIGNATURE_SECRET");

  private App() {}

  public static void main(String[] args) throws Exception {
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
      byte[] ncco = new Ncco(
              TalkAction.builder("Hello " + query.substring(from, query.indexOf('&', from)) + ".")
                  .build(),
              StreamAction.builder("https://example.com/music.mp3").build(),
              ConnectAction.builder(PhoneEndpoint.builder("447700900001").build()).build())
          .toJson()
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
      EventWebhook.fromJson(new String(body, StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
  }

  private static boolean refused(HttpExchange exchange) throws IOException {
    if (SECRET == null) {
      return false;
    }
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header != null && Jwt.verifySignature(header.substring("Bearer ".length()), SECRET)) {
      return false;
    }
    exchange.sendResponseHeaders(401, -1);
    exchange.close();
    return true;
  }
}
