package dev.switchboard.springboot;

import dev.switchboard.conformance.AdapterConformance;
import dev.switchboard.conformance.ServedApp;
import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** In Spring Boot's Tomcat, its URLs mapped one by one. An application is kept from test to test, since it takes seconds to start. */
class SpringBootConformanceTest extends AdapterConformance {
  private static final Map<URI, Kept> KEPT = new HashMap<>();

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class App {}

  /** Hands everything to the router of the test that runs now. */
  private static final class Current implements WebhookRouter {
    private volatile WebhookRouter router;

    Current(WebhookRouter router) {
      this.router = router;
    }

    @Override
    public String app() {
      return router.app();
    }

    @Override
    public List<Route<?>> routes() {
      return router.routes();
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) throws Exception {
      return router.dispatch(route, request);
    }
  }

  private record Kept(ServletWebServerApplicationContext context, Current current, int port)
      implements ServedApp {
    @Override
    public URI uri() {
      return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void stop() {
      context.close();
    }
  }

  @AfterAll
  static void stopAll() {
    KEPT.values().forEach(Kept::stop);
    KEPT.clear();
  }

  @Override
  protected void release(ServedApp after) {
    // Kept for the next test.
  }

  @Override
  protected ServedApp serve(WebhookSettings settings, WebhookRouter router) {
    Kept kept = KEPT.get(settings.baseUrl());
    if (kept == null || !kept.context().isActive()) {
      kept = start(settings, new Current(router));
      KEPT.put(settings.baseUrl(), kept);
    }
    kept.current().router = router;
    return kept;
  }

  private static Kept start(WebhookSettings settings, Current current) {
    ServletWebServerApplicationContext context =
        (ServletWebServerApplicationContext) new SpringApplicationBuilder(App.class)
            .initializers(starting -> {
              GenericApplicationContext beans = (GenericApplicationContext) starting;
              beans.registerBean(WebhookRouter.class, () -> current);
              beans.registerBean(WebhookSettingsCustomizer.class, () -> given -> settings);
            })
            .properties(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "spring.main.banner-mode", "off",
                "switchboard.base-url", settings.baseUrl().toString(),
                "switchboard.insecure", "true"))
            .run();
    return new Kept(
        context, current, Objects.requireNonNull(context.getWebServer()).getPort());
  }
}
