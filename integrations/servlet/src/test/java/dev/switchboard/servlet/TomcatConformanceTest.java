package dev.switchboard.servlet;

import dev.switchboard.conformance.AdapterConformance;
import dev.switchboard.conformance.ServedApp;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.io.TempDir;

/** In Tomcat, as its root application. */
class TomcatConformanceTest extends AdapterConformance {
  @TempDir
  static Path folder;

  @Override
  protected ServedApp serve(WebhookSettings settings, WebhookRouter router) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder.toString());
    WebhookServlet servlet = new WebhookServlet(Webhooks.of(settings, router));
    context.addServletContainerInitializer(
        (classes, servletContext) -> servlet.register(servletContext), Set.of());
    tomcat.start();
    int port = tomcat.getConnector().getLocalPort();
    return new ServedApp() {
      @Override
      public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
      }

      @Override
      public void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
      }
    };
  }

  @Override
  protected int slowBodies() {
    return 300;
  }
}
