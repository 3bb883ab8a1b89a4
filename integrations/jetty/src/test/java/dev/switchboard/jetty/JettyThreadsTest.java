package dev.switchboard.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.WebhookSettings;
import org.junit.jupiter.api.Test;

class JettyThreadsTest {
  @Test
  void keepTheProcessAliveWhenMainHasReturned() {
    try (Server server = Server.start(
        ServerSettings.defaults().port(0).webhooks(WebhookSettings::insecure),
        new ParrotLineRouter(new ParrotLine()))) {
      assertThat(Thread.getAllStackTraces().keySet())
          .as("threads that serve %s", server.uri())
          .anyMatch(
              thread -> thread.getName().startsWith("switchboard-jetty") && !thread.isDaemon());
    }
  }
}
