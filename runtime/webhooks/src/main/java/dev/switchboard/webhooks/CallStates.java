package dev.switchboard.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What keeps the values of all calls: this process, or a store that others share. */
sealed interface CallStates {
  /** What is kept under a key; of a {@link Held} without a value there is none. */
  Held read(String key, Class<?> type);

  /** Sets, or with null removes, where it still is what was read. */
  boolean replace(String key, Held read, @Nullable Object next);

  /**
   * A value, and what tells whether it is still the same.
   *
   * @param value null where there is none
   * @param mark null where there is none
   */
  record Held(@Nullable Object value, @Nullable Object mark) {
    static final Held NOTHING = new Held(null, null);
  }

  /** Whether a failure comes from a store rather than from the app, wherever in the app it passed. */
  static boolean isUnavailable(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof Unavailable) {
        return true;
      }
    }
    return false;
  }

  /** Wraps what a store threw, so that it is told from what a handler threw. */
  final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unavailable(RuntimeException cause) {
      super("the store of call state is out of reach", cause);
    }
  }

  /** The values themselves, oldest first, bounded in number and age. */
  final class Memory implements CallStates {
    private record Kept(Object value, Instant end) {}

    private final int capacity;
    private final Duration keep;
    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    Memory(int capacity, Duration keep, Clock clock) {
      this.capacity = capacity;
      this.keep = keep;
      this.clock = clock;
    }

    @Override
    public synchronized Held read(String key, Class<?> type) {
      Kept found = kept.get(key);
      return found == null || !clock.instant().isBefore(found.end())
          ? Held.NOTHING
          : new Held(found.value(), found);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the mark is this very entry, not one like it
    public synchronized boolean replace(String key, Held read, @Nullable Object next) {
      Instant now = clock.instant();
      Kept found = kept.get(key);
      Kept current = found == null || !now.isBefore(found.end()) ? null : found;
      if (current != read.mark()) {
        return false;
      }
      kept.remove(key);
      if (next != null) {
        kept.put(key, new Kept(next, now.plus(keep)));
      }
      Iterator<Kept> oldest = kept.values().iterator();
      while (oldest.hasNext()) {
        boolean over = !now.isBefore(oldest.next().end());
        if (!over && kept.size() <= capacity) {
          break;
        }
        oldest.remove();
      }
      return true;
    }
  }

  /**
   * Bytes in a store.
   *
   * @param store where
   * @param codec how
   * @param keep how long after the last change
   */
  record Shared(StateStore store, StateCodec codec, Duration keep) implements CallStates {
    @Override
    public Held read(String key, Class<?> type) {
      byte[] bytes;
      try {
        bytes = store.read(key);
      } catch (RuntimeException e) {
        throw new Unavailable(e);
      }
      return bytes == null ? Held.NOTHING : new Held(codec.read(bytes, type), bytes);
    }

    @Override
    public boolean replace(String key, Held read, @Nullable Object next) {
      byte[] bytes = next == null ? null : codec.write(next);
      try {
        return store.replace(key, (byte[]) read.mark(), bytes, keep);
      } catch (RuntimeException e) {
        throw new Unavailable(e);
      }
    }
  }
}
