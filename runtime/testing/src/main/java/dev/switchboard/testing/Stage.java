package dev.switchboard.testing;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
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
    sandbox.createApplication("under test", () -> Key.PAIR);
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** Serves the app, unless something else does, and tells the sandbox where. */
  void serve(Object test, Class<?>[] apps) {
    try {
      Apps under = Apps.of(test, apps, sandbox);
      URI where = under.elsewhere().orElseGet(() -> start(under.routers()));
      register(under.manifests(), where);
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

  private void register(List<Manifest> manifests, URI baseUrl) {
    for (int i = 0; i < manifests.size(); i++) {
      Manifest manifest = manifests.get(i);
      sandbox.register(
          i == 0
              ? sandbox.application()
              : sandbox.createApplication(manifest.app(), () -> Key.PAIR),
          manifest,
          baseUrl);
    }
  }

  @Override
  public void close() {
    Server started = server;
    if (started != null) {
      started.close();
    }
    sandbox.close();
  }

  /** One pair for all tests of a JVM that need one: to make it takes longer than a test. */
  private static final class Key {
    private static final KeyPair PAIR = RsaKeys.generate();
  }
}
