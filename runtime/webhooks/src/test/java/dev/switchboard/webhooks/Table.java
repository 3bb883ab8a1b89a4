package dev.switchboard.webhooks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store that two copies of an app share. */
final class Table implements StateStore {
  final Map<String, byte[]> rows = new ConcurrentHashMap<>();

  @Nullable
  Duration kept;

  int refusals;

  @Override
  public byte @Nullable [] read(String key) {
    return rows.get(key);
  }

  @Override
  public synchronized boolean replace(
      String key, byte @Nullable [] expected, byte @Nullable [] next, Duration keep) {
    kept = keep;
    if ((!key.startsWith("link/") && refusals-- > 0) || !Arrays.equals(rows.get(key), expected)) {
      return false;
    }
    if (next == null) {
      rows.remove(key);
    } else {
      rows.put(key, next);
    }
    return true;
  }
}
