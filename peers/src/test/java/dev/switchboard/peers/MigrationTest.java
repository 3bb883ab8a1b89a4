package dev.switchboard.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The app that the guide moves from the official SDK says the same before and after. */
class MigrationTest {
  private static final String BASE_URL = "https://line.example";
  private static final String KEY = """
      {"speech":{"results":[]},"dtmf":{"digits":"7","timed_out":false},"from":"447700900001","to":"447700900000",
       "uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","conversation_uuid":"CON-aaaaaaaa-bbbb-cccc-dddd-0123456789ab",
       "timestamp":"2026-01-01T12:00:00.000Z"}""";

  private static Json sent(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Json.parse(HttpClient.newHttpClient()
        .send(request.build(), BodyHandlers.ofByteArray())
        .body());
  }

  private static Json answer(int port) throws IOException, InterruptedException {
    return sent(
        HttpRequest.newBuilder(
            URI.create(
                "http://127.0.0.1:" + port
                    + "/answer?from=447700900001&to=447700900000&uuid=aaaaaaaa-bbbb-cccc-dddd-0123456789ab&conversation_uuid=CON-1")));
  }

  private static Json key(int port) throws IOException, InterruptedException {
    return sent(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/key"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(KEY)));
  }

  @Test
  void saysTheSame() throws Exception {
    try (ByHand byHand = new ByHand(BASE_URL);
        Server server = Server.start(
            ServerSettings.defaults()
                .port(0)
                .baseUrl(URI.create(BASE_URL))
                .webhooks(WebhookSettings::insecure),
            new MovedLineRouter(new MovedLine()))) {
      int port = server.uri().getPort();

      assertThat(answer(port)).isEqualTo(answer(byHand.port()));
      assertThat(key(port)).isEqualTo(key(byHand.port()));
    }
  }
}
