package dev.switchboard.webhooks;

import java.time.Clock;
import java.time.Duration;

/**
 * Remembers which tokens have been answered, so that a captured request cannot be played again. A token counts as used only once its
 * request was answered 2xx: the platform may repeat a request with the first token until then, and must be served. Messages and their
 * statuses are repeated for a day, perhaps with new tokens: what they say is remembered in the same way, under an id of its own.
 *
 * <p>Several copies of an app share one guard; the default lives in one process. Safe for use by many threads. An implementation that
 * cannot reach its store throws, and the webhook is answered 503, so that the platform asks again.
 */
public interface ReplayGuard {
  /** Whether a request with this token was answered 2xx before. */
  boolean isUsed(String tokenId);

  /**
   * Remembers that a request with this token was answered 2xx.
   *
   * @param keep for how long the token would still be accepted; afterwards it may be forgotten
   */
  void use(String tokenId, Duration keep);

  /**
   * A guard of this process alone.
   *
   * @param capacity how many tokens at most are remembered; the oldest is forgotten first
   * @throws IllegalArgumentException for a capacity below 1
   */
  static ReplayGuard inMemory(int capacity) {
    return new MemoryReplayGuard(capacity, Clock.systemUTC());
  }
}
