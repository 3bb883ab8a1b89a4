package dev.switchboard.server;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.webhooks.InFlight;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/** The server on the {@code com.sun.net.httpserver} API. */
final class EmbeddedServer implements Server {
  private static final Logger LOG = System.getLogger(Server.class.getName());
  private static final int BACKLOG = 1024;

  private final HttpServer http;
  private final ExecutorService threads;
  private final InFlight inFlight;
  private final ServerSettings settings;
  private final URI uri;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedServer(
      HttpServer http,
      ExecutorService threads,
      InFlight inFlight,
      ServerSettings settings,
      URI uri) {
    this.http = http;
    this.threads = threads;
    this.inFlight = inFlight;
    this.settings = settings;
    this.uri = uri;
  }

  static EmbeddedServer start(ServerSettings settings, WebhookRouter... apps) {
    if (apps.length == 0) {
      throw new ServerException(
          "There is no app to serve. Hand over the router of one: Server.start(new PizzaLineRouter(...)).");
    }
    EngineLimits.set();
    HttpServer http = bind(settings);
    URI uri =
        URI.create("http://" + shown(settings.host()) + ":" + http.getAddress().getPort());
    try {
      WebhookSettings engine = settings.webhooks(uri);
      Webhooks webhooks = Webhooks.of(engine, apps);
      ExecutorService threads = HandlerThreads.start();
      InFlight inFlight = new InFlight();
      http.setExecutor(threads);
      http.createContext("/", new WebhookExchange(webhooks, inFlight));
      http.start();
      announce(webhooks, uri);
      return new EmbeddedServer(http, threads, inFlight, settings, uri);
    } catch (IllegalStateException | IllegalArgumentException e) {
      http.stop(0);
      throw new ServerException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    int left = inFlight.drain(settings.grace());
    if (left > 0) {
      LOG.log(
          Level.WARNING,
          "Stopped with {0} webhooks still in flight after {1} s.",
          left,
          settings.grace().toSeconds());
    }
    http.stop(0);
    threads.shutdown();
  }

  private static HttpServer bind(ServerSettings settings) {
    InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
    if (address.isUnresolved()) {
      throw new ServerException("\"" + settings.host()
          + "\" is no address of this machine. Set SWITCHBOARD_HOST to one, such as 127.0.0.1.");
    }
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (BindException e) {
      throw new ServerException(
          "Nothing can listen on " + settings.host() + " port " + settings.port() + ": "
              + e.getMessage() + ". Stop what listens there, or set PORT to another number.",
          e);
    } catch (IOException e) {
      throw new ServerException(
          "The server cannot listen on " + settings.host() + " port " + settings.port() + ": "
              + e.getMessage(),
          e);
    }
  }

  private static String shown(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static void announce(Webhooks webhooks, URI uri) {
    LOG.log(
        Level.INFO,
        "serving " + webhooks.settings() + "\n  " + String.join("\n  ", webhooks.describe()));
    LOG.log(Level.INFO, "listening on " + uri);
  }
}
