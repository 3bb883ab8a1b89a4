package line;

import dev.switchboard.helidon.HelidonWebhooks;
import io.helidon.webserver.WebServer;

/** Our handler in Helidon SE. */
final class Main {
  private Main() {}

  public static void main(String... args) {
    HelidonWebhooks webhooks = HelidonWebhooks.of(Line.webhooks());
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(System.getenv("PORT")))
        .routing(routing -> routing.any(webhooks))
        .build()
        .start();
  }
}
