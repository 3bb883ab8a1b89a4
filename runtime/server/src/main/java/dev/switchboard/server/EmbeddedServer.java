package dev.switchboard.server;

import dev.switchboard.webhooks.InFlight;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.Webhooks;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;

/** The server on whichever engine there is. */
final class EmbeddedServer implements Server {
  private static final Logger LOG = System.getLogger(Server.class.getName());

  private final ServerEngine.Listening listening;
  private final InFlight inFlight;
  private final ServerSettings settings;
  private final URI uri;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A process that is told to end finishes what it has in hand, whether or not its main thought of that. */
  private final Thread atExit = new Thread(this::stop, "switchboard-stop");

  private EmbeddedServer(
      ServerEngine.Listening listening, InFlight inFlight, ServerSettings settings, URI uri) {
    this.listening = listening;
    this.inFlight = inFlight;
    this.settings = settings;
    this.uri = uri;
  }

  static EmbeddedServer start(ServerSettings settings, WebhookRouter... apps) {
    if (apps.length == 0) {
      throw new ServerException(
          "There is no app to serve. Hand over the router of one: Server.start(new PizzaLineRouter(...)).");
    }
    ServerEngine engine = engine();
    ServerEngine.Listening listening = bind(engine, settings);
    URI uri = URI.create("http://" + shown(settings.host()) + ":" + listening.port());
    try {
      Webhooks webhooks = Webhooks.of(settings.webhooks(uri), apps);
      if (webhooks.opensWebsockets() && !engine.opensWebsockets()) {
        throw new IllegalStateException(
            "The app has a websocket, which the JDK's server cannot open. Add the dependency dev.switchboard:switchboard-jetty.");
      }
      InFlight inFlight = new InFlight();
      listening.serve(new WebhookService(webhooks, inFlight));
      EmbeddedServer server = new EmbeddedServer(listening, inFlight, settings, uri);
      Runtime.getRuntime().addShutdownHook(server.atExit);
      announce(webhooks, uri);
      return server;
    } catch (IllegalStateException | IllegalArgumentException | IOException e) {
      listening.stop();
      throw new ServerException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The first that a jar brings, else the JDK's. */
  private static ServerEngine engine() {
    return ServiceLoader.load(ServerEngine.class, ServerEngine.class.getClassLoader())
        .findFirst()
        .orElseGet(JdkEngine::new);
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public int port() {
    return listening.port();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      // It runs already, or is about to.
    }
    stop();
  }

  private void stop() {
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
    listening.stop();
  }

  private static ServerEngine.Listening bind(ServerEngine engine, ServerSettings settings) {
    InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
    if (address.isUnresolved()) {
      throw new ServerException("\"" + settings.host()
          + "\" is no address of this machine. Set SWITCHBOARD_HOST to one, such as 127.0.0.1.");
    }
    try {
      return engine.listen(address);
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
