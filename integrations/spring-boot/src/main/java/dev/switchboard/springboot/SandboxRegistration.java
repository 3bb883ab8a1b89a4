package dev.switchboard.springboot;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.security.KeyPair;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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
    String address = "http://localhost:" + event.getWebServer().getPort() + path;
    KeyPair key = RsaKeys.generate();
    Iterator<String> numbers = sandbox.settings().numbers().iterator();
    for (WebhookRouter router : webhooks.routers()) {
      Manifest manifest = manifest(router);
      SandboxApplication application = sandbox.createApplication(manifest.app(), key);
      sandbox.setCapabilities(application.id(), capabilities(manifest, address));
      for (int i = 0; i < Math.max(1, manifest.numbers().size()) && numbers.hasNext(); i++) {
        sandbox.link(numbers.next(), application.id());
      }
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

  /** The manifest's tree with addresses in place of paths. */
  private static Json capabilities(Manifest manifest, String address) {
    Map<String, Object> capabilities = new LinkedHashMap<>();
    for (Capability capability : manifest.application().capabilities()) {
      Map<String, Object> webhooks = new LinkedHashMap<>();
      for (Webhook webhook : capability.webhooks()) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", address + webhook.path());
        fields.putAll(webhook.options());
        webhooks.put(webhook.kind(), fields);
      }
      Map<String, Object> tree = new LinkedHashMap<>();
      if (!webhooks.isEmpty()) {
        tree.put("webhooks", webhooks);
      }
      tree.putAll(capability.settings());
      capabilities.put(capability.name(), tree);
    }
    return Json.of(capabilities);
  }
}
