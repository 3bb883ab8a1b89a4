import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lower bound of serving: the JDK's server, which ours stands on, with constant bytes. The body is read and forgotten; where there is a
 * secret, signature and payload hash are checked by hand first.
 */
public final class App {
  private static final byte[] NCCO = ("[{\"action\":\"talk\",\"text\":\"Hello 447700900000.\"},"
          + "{\"action\":\"stream\",\"streamUrl\":[\"https://example.com/music.mp3\"]},"
          + "{\"action\":\"connect\",\"endpoint\":[{\"type\":\"phone\",\"number\":\"447700900001\"}]}]")
      .getBytes(StandardCharsets.UTF_8);

  private static final String SECRET = System.getenv("VONAGE_SIGNATURE_SECRET");

  private App() {}

  public static void main(String[] args) throws Exception {
    // Else every answer waits 40 ms for the delayed acknowledgement of the client.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(
        new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT"))), 1024);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.createContext("/webhooks/answer", exchange -> {
      exchange.getRequestBody().readAllBytes();
      if (SECRET != null
          && refused(
              exchange,
              json(exchange.getRequestURI().getRawQuery()).getBytes(StandardCharsets.UTF_8))) {
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, NCCO.length);
      exchange.getResponseBody().write(NCCO);
      exchange.close();
    });
    server.createContext("/webhooks/event", exchange -> {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (SECRET != null && refused(exchange, body)) {
        return;
      }
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
  }

  /** What a GET's hash is taken over: its parameters in order, as JSON. Nothing in them needs an escape here. */
  private static String json(String query) {
    StringBuilder json = new StringBuilder("{");
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      json.append(json.length() == 1 ? "\"" : ",\"")
          .append(pair, 0, equals)
          .append("\":\"")
          .append(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8))
          .append('"');
    }
    return json.append('}').toString();
  }

  private static boolean refused(HttpExchange exchange, byte[] hashed) throws IOException {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header != null && verify(header.substring("Bearer ".length()), hashed)) {
      return false;
    }
    exchange.sendResponseHeaders(401, -1);
    exchange.close();
    return true;
  }

  private static boolean verify(String token, byte[] hashed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      int first = token.indexOf('.');
      int last = token.lastIndexOf('.');
      byte[] given = Base64.getUrlDecoder().decode(token.substring(last + 1));
      byte[] signed = token.substring(0, last).getBytes(StandardCharsets.ISO_8859_1);
      if (!MessageDigest.isEqual(mac.doFinal(signed), given)) {
        return false;
      }
      String claims = new String(
          Base64.getUrlDecoder().decode(token.substring(first + 1, last)), StandardCharsets.UTF_8);
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(hashed));
      return claims.contains("\"payload_hash\":\"" + hash + "\"");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
