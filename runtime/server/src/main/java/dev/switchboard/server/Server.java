package dev.switchboard.server;

import dev.switchboard.webhooks.WebhookRouter;

/** The embedded server. */
public interface Server extends AutoCloseable {
  /** Serves the apps as the environment says (base URL, port, signature secret). */
  @SuppressWarnings("DoNotCallSuggester")
  static Server start(WebhookRouter... apps) {
    throw new UnsupportedOperationException("sketch");
  }

  /** Finishes what is in flight, then stops. */
  @Override
  void close();
}
