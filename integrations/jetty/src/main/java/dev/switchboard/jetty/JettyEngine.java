package dev.switchboard.jetty;

import dev.switchboard.server.ServerEngine;
import dev.switchboard.server.WebhookService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Jetty's server. The embedded server finds it by itself; apps have no use for it. */
public final class JettyEngine implements ServerEngine {
  private static final int MOST_THREADS = 256;
  private static final int BACKLOG = 1024;
  private static final int LARGEST_HEADERS = 64 << 10;

  /** A call may be silent for as long: what a leg on hold does to a websocket is not documented. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  /** As often as an idle connection is kept by the JDK's engine. */
  private static final long IDLE_MILLIS = 30_000;

  /** What the service loader calls. */
  public JettyEngine() {}

  @Override
  public boolean opensWebsockets() {
    return true;
  }

  @Override
  public Listening listen(InetSocketAddress address) throws IOException {
    Server server = new Server(threads());
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(LARGEST_HEADERS);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    // Jetty's own pages tell more than the platform needs to know.
    server.setErrorHandler((request, response, callback) -> {
      callback.succeeded();
      return true;
    });
    ServerWebSocketContainer websockets = ServerWebSocketContainer.ensure(server);
    websockets.setIdleTimeout(SILENCE);
    connector.open();
    return new JettyListening(server, connector);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("switchboard-jetty");
    // As with the JDK's engine, what serves keeps the process alive when main has returned.
    threads.setDaemon(false);
    Executor virtual = VirtualThreads.getDefaultVirtualThreadsExecutor();
    if (virtual != null) {
      threads.setVirtualThreadsExecutor(virtual);
    }
    return threads;
  }

  private record JettyListening(Server server, ServerConnector connector) implements Listening {
    @Override
    public int port() {
      return connector.getLocalPort();
    }

    @Override
    public void serve(WebhookService service) throws IOException {
      server.setHandler(new WebhookHandler(service));
      try {
        server.start();
      } catch (Exception failed) {
        throw new IOException("Jetty does not start: " + failed.getMessage(), failed);
      }
    }

    @Override
    public void stop() {
      connector.close();
      try {
        server.stop();
      } catch (Exception failed) {
        System.getLogger(JettyEngine.class.getName())
            .log(System.Logger.Level.WARNING, "Jetty did not stop in good order.", failed);
      }
    }
  }
}
