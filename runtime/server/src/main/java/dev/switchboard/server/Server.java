package dev.switchboard.server;

import dev.switchboard.webhooks.WebhookRouter;
import java.net.URI;

/**
 * The embedded server: apps behind one port. It serves until it is closed, or the process is told to end (by {@code SIGTERM}, as containers and
 * service managers do): then it closes itself first.
 */
public interface Server extends AutoCloseable {
  /**
   * Serves apps as the environment variables say; {@link ServerSettings#fromEnvironment} lists them.
   *
   * @throws ServerException when it cannot start: the port is taken, or a setting is missing or wrong; the message names the remedy
   */
  static Server start(WebhookRouter... apps) {
    return start(ServerSettings.fromEnvironment(System.getenv()), apps);
  }

  /**
   * Serves apps.
   *
   * @throws ServerException when it cannot start: the port is taken, or a setting is missing or wrong; the message names the remedy
   */
  static Server start(ServerSettings settings, WebhookRouter... apps) {
    return EmbeddedServer.start(settings, apps);
  }

  /** Where it listens: scheme, address and port, whatever the base URL says. */
  URI uri();

  /** The port it listens on; never 0. */
  int port();

  /**
   * Answers the health path with 503, finishes the webhooks in flight, then stops. Takes no longer than the settings' grace. Closing again
   * does nothing.
   */
  @Override
  void close();
}
