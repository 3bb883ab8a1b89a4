import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Lower bound of serving: the JDK's server, which ours stands on, with constant bytes; the body is read and forgotten. */
public final class App {
  private static final byte[] NCCO = ("[{\"action\":\"talk\",\"text\":\"Hello 447700900000.\"},"
          + "{\"action\":\"stream\",\"streamUrl\":[\"https://example.com/music.mp3\"]},"
          + "{\"action\":\"connect\",\"endpoint\":[{\"type\":\"phone\",\"number\":\"447700900001\"}]}]")
      .getBytes(StandardCharsets.UTF_8);

  private App() {}

  public static void main(String[] args) throws Exception {
    // Else every answer waits 40 ms for the delayed acknowledgement of the client.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(
        new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT"))), 1024);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.createContext("/webhooks/answer", exchange -> {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, NCCO.length);
      exchange.getResponseBody().write(NCCO);
      exchange.close();
    });
    server.createContext("/webhooks/event", exchange -> {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
  }
}
