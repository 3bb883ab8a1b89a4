package dev.switchboard.platformapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an operation reads and another writes is the same text, to the digit and to the letter. */
class TreesTest {
  @Test
  void aTreeGoesBackAsItCame() throws IOException, ApiException {
    String text =
        "{\"z\":1.50,\"a\":12345678901234567890,\"name\":\"Pizzería ☎\",\"none\":{\"deep\":null},\"e\":[],\"o\":{},\"b\":1E+2}";
    AtomicReference<String> sent = new AtomicReference<>("");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      sent.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
    server.start();
    try {
      URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      ApplicationsApi api = new ApplicationsApi(
          new ApiClient(uri, HttpClient.newHttpClient(), Duration.ofSeconds(10), request -> {}));
      JsonNode tree = api.getApplication("a/b c");
      api.updateApplication("a/b c", tree);
    } finally {
      server.stop(0);
    }
    assertThat(sent.get()).isEqualTo(text);
  }
}
