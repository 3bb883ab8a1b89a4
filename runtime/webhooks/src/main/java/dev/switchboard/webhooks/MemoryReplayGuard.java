package dev.switchboard.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tokens of one process, oldest first, bounded in number and age. */
final class MemoryReplayGuard implements ReplayGuard {
  private final int capacity;
  private final Clock clock;
  private final Map<String, Instant> forgetAt = new LinkedHashMap<>();

  MemoryReplayGuard(int capacity, Clock clock) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "A replay guard remembers at least one token, not " + capacity + ".");
    }
    this.capacity = capacity;
    this.clock = clock;
  }

  @Override
  public synchronized boolean isUsed(String tokenId) {
    Instant end = forgetAt.get(tokenId);
    return end != null && clock.instant().isBefore(end);
  }

  @Override
  public synchronized void use(String tokenId, Duration keep) {
    Instant now = clock.instant();
    forgetAt.remove(tokenId);
    forgetAt.put(tokenId, now.plus(keep));
    Iterator<Instant> oldest = forgetAt.values().iterator();
    while (oldest.hasNext()) {
      boolean expired = !now.isBefore(oldest.next());
      if (!expired && forgetAt.size() <= capacity) {
        return;
      }
      oldest.remove();
    }
  }
}
