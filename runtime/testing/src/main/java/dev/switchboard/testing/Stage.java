package dev.switchboard.testing;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One test's sandbox and app. */
final class Stage implements AutoCloseable {
  private final Sandbox sandbox;
  private @Nullable Server server;

  /** @param secret what webhooks are signed with; empty for one at random */
  Stage(boolean realTime, String secret) {
    SandboxSettings settings = SandboxSettings.defaults()
        .signatureSecret(secret.isEmpty() ? UUID.randomUUID().toString() : secret);
    this.sandbox = Sandbox.start(realTime ? settings : settings.virtualTime());
    sandbox.createApplication("under test", Key.PAIR);
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** Serves the app, unless something else does, and tells the sandbox where. */
  void serve(Object test, Class<?>[] apps) {
    try {
      Apps under = Apps.of(test, apps, sandbox);
      URI where = under.elsewhere().orElseGet(() -> start(under.routers()));
      register(under.manifests(), where.toString());
    } catch (RuntimeException | Error failed) {
      close();
      throw failed;
    }
  }

  private URI start(List<WebhookRouter> routers) {
    String secret = sandbox.settings().signatureSecret();
    ServerSettings settings = ServerSettings.defaults()
        .port(0)
        .grace(Duration.ofSeconds(1))
        .webhooks(webhooks -> webhooks.secret(secret).clock(sandbox.clock()));
    Server started = Server.start(settings, routers.toArray(WebhookRouter[]::new));
    server = started;
    return started.uri();
  }

  private void register(List<Manifest> manifests, String baseUrl) {
    int taken = 0;
    for (int i = 0; i < manifests.size(); i++) {
      Manifest manifest = manifests.get(i);
      SandboxApplication application =
          i == 0 ? sandbox.application() : sandbox.createApplication(manifest.app(), Key.PAIR);
      sandbox.setCapabilities(application.id(), capabilities(manifest, baseUrl));
      int wanted = Math.max(1, manifest.numbers().size());
      for (String number : sandbox.settings().numbers().subList(taken, taken + wanted)) {
        sandbox.link(number, application.id());
      }
      taken += wanted;
    }
  }

  /** The manifest's tree with addresses in place of paths. */
  private static Json capabilities(Manifest manifest, String baseUrl) {
    Map<String, Object> capabilities = new LinkedHashMap<>();
    for (Capability capability : manifest.application().capabilities()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      if (!capability.webhooks().isEmpty()) {
        Map<String, Object> webhooks = new LinkedHashMap<>();
        for (Webhook webhook : capability.webhooks()) {
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put("address", baseUrl.replaceFirst("/$", "") + webhook.path());
          fields.putAll(webhook.options());
          webhooks.put(webhook.kind(), fields);
        }
        tree.put("webhooks", webhooks);
      }
      tree.putAll(capability.settings());
      capabilities.put(capability.name(), tree);
    }
    return Json.of(capabilities);
  }

  @Override
  public void close() {
    Server started = server;
    if (started != null) {
      started.close();
    }
    sandbox.close();
  }

  /** One pair for all tests of a JVM: to make one takes longer than a test. */
  private static final class Key {
    private static final KeyPair PAIR = RsaKeys.generate();
  }
}
