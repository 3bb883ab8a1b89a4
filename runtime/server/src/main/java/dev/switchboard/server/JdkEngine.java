package dev.switchboard.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

/** The engine on the {@code com.sun.net.httpserver} API. */
final class JdkEngine implements ServerEngine {
  private static final int BACKLOG = 1024;

  @Override
  public boolean opensWebsockets() {
    return false;
  }

  @Override
  public Listening listen(InetSocketAddress address) throws IOException {
    EngineLimits.set();
    return new JdkListening(HttpServer.create(address, BACKLOG), HandlerThreads.start());
  }

  private record JdkListening(HttpServer http, ExecutorService threads) implements Listening {
    @Override
    public int port() {
      return http.getAddress().getPort();
    }

    @Override
    public void serve(WebhookService service) {
      http.setExecutor(threads);
      http.createContext("/", exchange -> service.serve(new WebhookExchange(exchange)));
      http.start();
    }

    @Override
    public void stop() {
      http.stop(0);
      threads.shutdown();
    }
  }
}
