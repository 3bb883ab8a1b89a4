package dev.switchboard.springboot;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.net.URI;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.util.ClassUtils;

/** Tells the sandbox of the apps as soon as the server listens: where their webhooks are, and numbers that lead to them. */
final class SandboxRegistration implements ApplicationListener<WebServerInitializedEvent> {
  private final Sandbox sandbox;
  private final SpringWebhooks webhooks;

  SandboxRegistration(Sandbox sandbox, SpringWebhooks webhooks) {
    this.sandbox = sandbox;
    this.webhooks = webhooks;
  }

  @Override
  public void onApplicationEvent(WebServerInitializedEvent event) {
    if (event.getApplicationContext().getServerNamespace() != null) {
      return;
    }
    String path = event
        .getApplicationContext()
        .getEnvironment()
        .getProperty("server.servlet.context-path", "");
    URI address = URI.create("http://localhost:" + event.getWebServer().getPort() + path);
    for (WebhookRouter router : webhooks.routers()) {
      Manifest manifest = manifest(router);
      sandbox.register(
          sandbox.createApplication(manifest.app(), RsaKeys::generate), manifest, address);
    }
  }

  private static Manifest manifest(WebhookRouter router) {
    try {
      return ManifestReader.of(
          ClassUtils.forName(router.app(), ClassUtils.getDefaultClassLoader()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "A router serves " + router.app() + ", which is not on the class path.", e);
    }
  }
}
