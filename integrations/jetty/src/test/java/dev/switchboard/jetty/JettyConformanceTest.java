package dev.switchboard.jetty;

import dev.switchboard.conformance.AdapterConformance;
import dev.switchboard.conformance.ServedApp;
import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import java.net.URI;

/** The embedded server on Jetty keeps the rules of every adapter. */
class JettyConformanceTest extends AdapterConformance {
  @Override
  protected ServedApp serve(WebhookSettings settings, WebhookRouter router) {
    Server server =
        Server.start(ServerSettings.defaults().port(0).webhooks(defaults -> settings), router);
    return new ServedApp() {
      @Override
      public URI uri() {
        return server.uri();
      }

      @Override
      public void stop() {
        server.close();
      }
    };
  }
}
