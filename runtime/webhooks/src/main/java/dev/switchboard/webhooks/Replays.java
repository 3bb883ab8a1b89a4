package dev.switchboard.webhooks;

import dev.switchboard.webhooks.signing.WebhookToken;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks the guard whether a webhook was answered before, and tells it what was answered. */
final class Replays {
  private static final Logger LOG = System.getLogger(Webhooks.class.getName());

  private final ReplayGuard guard;

  Replays(ReplayGuard guard) {
    this.guard = guard;
  }

  /**
   * What tells the guard that a webhook was answered before: its token; and of messages and their statuses, which the platform repeats for
   * a day and perhaps with another token each time, what the token signs as well.
   */
  static List<String> ids(Route<?> route, WebhookToken token) {
    List<String> ids = new ArrayList<>(2);
    token.id().ifPresent(ids::add);
    if (route.routeKind().signing() == RouteKind.Signing.MESSAGES) {
      token.payloadHash().ifPresent(hash -> ids.add(route.kind() + ':' + hash));
    }
    return ids;
  }

  boolean isAnyUsed(List<String> ids) throws Failures.GuardUnavailable {
    try {
      for (String id : ids) {
        if (guard.isUsed(id)) {
          return true;
        }
      }
      return false;
    } catch (RuntimeException e) {
      throw new Failures.GuardUnavailable(e);
    }
  }

  /** The webhook is answered 2xx, so a repeat is not served. */
  void remember(Route<?> route, List<String> ids) {
    Duration freshness = route.routeKind().signing().freshness();
    for (String id : ids) {
      try {
        guard.use(id, freshness);
      } catch (RuntimeException e) {
        // The handler has run; the platform repeating the request would run it again.
        LOG.log(
            Level.WARNING,
            "The replay guard could not remember a token; the webhook is answered all the same.",
            e);
      }
    }
  }
}
