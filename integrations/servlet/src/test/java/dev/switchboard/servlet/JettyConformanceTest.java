package dev.switchboard.servlet;

import dev.switchboard.conformance.AdapterConformance;
import dev.switchboard.conformance.ServedApp;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import java.net.URI;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** In Jetty, below a context path. */
class JettyConformanceTest extends AdapterConformance {
  private static final int GRACE_MILLIS = 15_000;

  @Override
  protected ServedApp serve(WebhookSettings settings, WebhookRouter router) throws Exception {
    ServletHolder holder = new ServletHolder(new WebhookServlet(Webhooks.of(settings, router)));
    holder.setAsyncSupported(true);
    ServletContextHandler context = new ServletContextHandler("/shop");
    context.addServlet(holder, "/*");
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(context));
    server.setStopTimeout(GRACE_MILLIS);
    server.start();
    int port = connector.getLocalPort();
    return new ServedApp() {
      @Override
      public URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/shop");
      }

      @Override
      public void stop() throws Exception {
        server.stop();
      }
    };
  }

  @Override
  protected int slowBodies() {
    return 300;
  }
}
