package dev.switchboard.webhooks;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the platform and the log are told of a handler that failed, or of a store that is out of reach. */
final class Failures {
  private static final Logger LOG = System.getLogger(Webhooks.class.getName());

  private Failures() {}

  /** 503 where a store is out of reach, so that the platform asks again; else 500 with an id that the log carries. */
  static WebhookResponse response(RouteTable.Entry entry, Throwable error) {
    if (error instanceof GuardUnavailable) {
      LOG.log(
          Level.ERROR,
          "The replay guard is out of reach; the webhook is answered 503, so that the platform asks again.",
          error);
      return WebhookResponse.empty(503);
    }
    if (CallStates.isUnavailable(error)) {
      LOG.log(
          Level.ERROR,
          "The store of call state is out of reach; the webhook is answered 503, so that the platform asks again.",
          error);
      return WebhookResponse.empty(503);
    }
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Error " + id + ": " + handlerOf(entry) + " failed.", error);
    return Problems.failed(id);
  }

  /** A stage that completed after its webhook had been answered for it; nobody else hears of that. */
  static void late(RouteTable.Entry entry, @Nullable Throwable error, long start) {
    String when = " after " + (System.nanoTime() - start) / 1_000_000
        + " ms, when its webhook had been answered.";
    if (error == null) {
      LOG.log(Level.INFO, handlerOf(entry) + " was done" + when);
    } else {
      LOG.log(Level.ERROR, handlerOf(entry) + " failed" + when, error);
    }
  }

  private static String handlerOf(RouteTable.Entry entry) {
    return "the handler of " + entry.router().app() + " at " + entry.route().path();
  }

  /** Wraps what a guard threw, so that it is told from what a handler threw. */
  static final class GuardUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    GuardUnavailable(Throwable cause) {
      super(cause);
    }
  }
}
