package dev.switchboard.server;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * What listens under a {@link Server}: the JDK's server on the {@code com.sun.net.httpserver} API, unless a jar on the class path brings
 * another one as a service of this type. Apps have no use for it.
 */
public interface ServerEngine {
  /** Whether it can open websockets. */
  boolean opensWebsockets();

  /**
   * Takes an address; what connects waits for {@link Listening#serve}.
   *
   * @throws IOException where nothing can listen there
   */
  Listening listen(InetSocketAddress address) throws IOException;

  /** An address that was taken. */
  interface Listening {
    /** Its port; never 0. */
    int port();

    /**
     * Serves from now on.
     *
     * @throws IOException where the engine does not start
     */
    void serve(WebhookService service) throws IOException;

    /** Ends at once. */
    void stop();
  }
}
