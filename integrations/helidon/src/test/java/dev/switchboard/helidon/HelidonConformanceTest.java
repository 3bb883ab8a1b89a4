package dev.switchboard.helidon;

import dev.switchboard.conformance.AdapterConformance;
import dev.switchboard.conformance.ServedApp;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import io.helidon.webserver.WebServer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

/** In Helidon's server, for every path. */
class HelidonConformanceTest extends AdapterConformance {
  private static final Duration GRACE = Duration.ofSeconds(15);

  @Override
  protected ServedApp serve(WebhookSettings settings, WebhookRouter router) {
    HelidonWebhooks webhooks = HelidonWebhooks.of(Webhooks.of(settings, router));
    WebServer server = WebServer.builder()
        .address(InetAddress.getLoopbackAddress())
        .port(0)
        .shutdownHook(false)
        .routing(routing -> routing.any(webhooks))
        .build()
        .start();
    URI uri = URI.create("http://127.0.0.1:" + server.port());
    return new ServedApp() {
      @Override
      public URI uri() {
        return uri;
      }

      @Override
      public void stop() {
        webhooks.drain(GRACE);
        server.stop();
      }
    };
  }
}
