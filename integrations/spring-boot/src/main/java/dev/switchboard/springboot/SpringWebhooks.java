package dev.switchboard.springboot;

import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * The engine of the application. Where no base URL is set it waits for the server's port; everything else about the settings is checked
 * before, so that a wrong one stops the start.
 */
final class SpringWebhooks implements ApplicationListener<WebServerInitializedEvent> {
  private static final Logger LOG = System.getLogger(SpringWebhooks.class.getName());

  private final Function<URI, WebhookSettings> settings;
  private final List<WebhookRouter> routers;
  private final @Nullable URI baseUrl;
  private final CompletableFuture<Webhooks> engine = new CompletableFuture<>();

  /**
   * Checks the settings.
   *
   * @param settings for a base URL
   * @param routers at least one
   * @param baseUrl null for the address that the server listens on
   */
  SpringWebhooks(
      Function<URI, WebhookSettings> settings, List<WebhookRouter> routers, @Nullable URI baseUrl) {
    this.settings = settings;
    this.routers = List.copyOf(routers);
    this.baseUrl = baseUrl;
    Webhooks checked =
        webhooks(Objects.requireNonNullElse(baseUrl, URI.create("http://localhost")));
    if (baseUrl != null) {
      start(checked);
    }
  }

  List<WebhookRouter> routers() {
    return routers;
  }

  /** The engine, as soon as its base URL is known. */
  Webhooks engine() {
    return engine.join();
  }

  /** The engine, if its base URL is known. */
  @Nullable
  Webhooks engineNow() {
    return engine.getNow(null);
  }

  /** Every URL of the apps as servlet mappings, with the path of the base URL and without: a proxy may leave it or strip it. */
  Set<String> mappings() {
    String prefix = baseUrl == null ? "" : settings.apply(baseUrl).baseUrl().getRawPath();
    Set<String> mappings = new LinkedHashSet<>();
    for (WebhookRouter router : routers) {
      for (Route<?> route : router.routes()) {
        mappings.add(unescaped(route.path()));
        mappings.add(unescaped(prefix + route.path()));
      }
    }
    return mappings;
  }

  @Override
  public void onApplicationEvent(WebServerInitializedEvent event) {
    // A management server of its own has a namespace.
    if (event.getApplicationContext().getServerNamespace() == null && !engine.isDone()) {
      String context = event
          .getApplicationContext()
          .getEnvironment()
          .getProperty("server.servlet.context-path", "");
      start(webhooks(URI.create("http://localhost:" + event.getWebServer().getPort() + context)));
    }
  }

  private void start(Webhooks webhooks) {
    LOG.log(
        Level.INFO,
        "serving " + webhooks.settings() + "\n  " + String.join("\n  ", webhooks.describe()));
    engine.complete(webhooks);
  }

  private Webhooks webhooks(URI url) {
    return Webhooks.of(settings.apply(url), routers.toArray(WebhookRouter[]::new));
  }

  /** Containers compare mappings with paths that they have unescaped. */
  private static String unescaped(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
