package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.time.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The platform's limits on voice (domain: platform behaviour, section 10), where they are kept. Used from the loop alone. */
final class RateLimits {
  private static final int CALLS = 3;
  private static final int REQUESTS = 15;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Loop loop;
  private final boolean kept;
  private final Deque<Instant> calls = new ArrayDeque<>();
  private final Deque<Instant> requests = new ArrayDeque<>();

  RateLimits(Loop loop, boolean kept) {
    this.loop = loop;
    this.kept = kept;
  }

  /** Whether another call may be placed now, by the API or by an NCCO; counts it if so. */
  boolean allowsCall() {
    return allows(calls, CALLS);
  }

  /** Whether another request of the API may be served now; counts it if so. */
  boolean allowsRequest() {
    return allows(requests, REQUESTS);
  }

  private boolean allows(Deque<Instant> latest, int most) {
    Instant now = loop.now();
    while (!latest.isEmpty() && !latest.getFirst().plus(SECOND).isAfter(now)) {
      latest.removeFirst();
    }
    if (kept && latest.size() >= most) {
      return false;
    }
    if (kept) {
      latest.addLast(now);
    }
    return true;
  }
}
