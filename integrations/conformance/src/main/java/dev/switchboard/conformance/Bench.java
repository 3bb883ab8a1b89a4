package dev.switchboard.conformance;

import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One adapter under test, serving one app. */
public abstract class Bench {
  static final int MOST = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final RecordingApp app = new RecordingApp();
  private ServedApp served;
  private boolean stopped;

  /**
   * Serves an app on a free port of the loopback interface.
   *
   * @param settings all of them; the base URL is not where it listens
   * @param router the app
   */
  protected abstract ServedApp serve(WebhookSettings settings, WebhookRouter router)
      throws Exception;

  @BeforeEach
  public void start() throws Exception {
    served = serve(settings(), app);
  }

  @AfterEach
  public void release() throws Exception {
    if (!stopped) {
      release(served);
    }
  }

  /**
   * Called when a test is over, unless it has stopped the app itself: stops it. A container that is slow to start may be kept for the next
   * {@link #serve}, which hands over another router.
   */
  protected void release(ServedApp after) throws Exception {
    after.stop();
  }

  /** Stops the app for good. */
  void stop() throws Exception {
    stopped = true;
    served.stop();
  }

  /** As most tests serve: a secret, a small largest body, late handlers answered for after a tenth of a second. */
  static WebhookSettings settings() {
    return settings("https://conformance.example");
  }

  static WebhookSettings settings(String baseUrl) {
    return WebhookSettings.of(URI.create(baseUrl))
        .secret(Webhook.SECRET)
        .maxBodyBytes(MOST)
        .deadlineMargin(Duration.ofMillis(900));
  }

  /** Serves with other settings from now on. */
  void restart(WebhookSettings settings) throws Exception {
    release(served);
    served = serve(settings, app);
  }

  URI uri() {
    return served.uri();
  }

  Wire connect() throws IOException {
    return Wire.to(uri());
  }

  /** Sends a webhook on a connection of its own. */
  WireResponse exchange(Webhook webhook) throws IOException {
    try (Wire wire = connect()) {
      webhook.sendOn(wire, uri());
      return webhook.method().equals("HEAD") ? wire.readHead() : wire.read();
    }
  }

  /** Waits for a condition; fails after half a minute. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      Thread.onSpinWait();
    }
  }
}
