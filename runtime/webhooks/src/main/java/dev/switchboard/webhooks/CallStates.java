package dev.switchboard.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What keeps the values of all calls: this process, or a store that others share. */
sealed interface CallStates {
  /** What is kept under a key; of a {@link Held} without a value there is none. */
  Held read(String key, Class<?> type);

  /** Sets, or with null removes, where it still is what was read. */
  boolean replace(String key, Held read, @Nullable Object next);

  /** The key that another is linked to; null where it is linked to none, or its time is over. */
  @Nullable
  String linked(String key);

  /** Links a key to another, for as long as a value is kept. */
  void link(String key, String target);

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

  /** The values themselves, and apart from them the links, bounded in number and age. */
  final class Memory implements CallStates {
    /** So many links for each value: a conversation of several legs has several. */
    private static final int LINKS = 4;

    private final Clock clock;
    private final Aged<Object> values;
    private final Aged<String> links;

    Memory(int capacity, Duration keep, Clock clock) {
      this.clock = clock;
      this.values = new Aged<>(capacity, keep);
      this.links = new Aged<>(LINKS * capacity, keep);
    }

    @Override
    public synchronized Held read(String key, Class<?> type) {
      Aged.Kept<Object> found = values.at(key, clock.instant());
      return found == null ? Held.NOTHING : new Held(found.value(), found);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the mark is this very entry, not one like it
    public synchronized boolean replace(String key, Held read, @Nullable Object next) {
      Instant now = clock.instant();
      if (values.at(key, now) != read.mark()) {
        return false;
      }
      values.put(key, next, now);
      return true;
    }

    @Override
    public synchronized @Nullable String linked(String key) {
      Aged.Kept<String> found = links.at(key, clock.instant());
      return found == null ? null : found.value();
    }

    @Override
    public synchronized void link(String key, String target) {
      links.put(key, target, clock.instant());
    }
  }

  /** Entries in the order of their age, the oldest first, bounded in number and age. */
  final class Aged<V> {
    record Kept<V>(V value, Instant end) {}

    private final int capacity;
    private final Duration keep;
    private final Map<String, Kept<V>> kept = new LinkedHashMap<>();

    Aged(int capacity, Duration keep) {
      this.capacity = capacity;
      this.keep = keep;
    }

    /** The entry; null where there is none or its time is over. */
    @Nullable
    Kept<V> at(String key, Instant now) {
      Kept<V> found = kept.get(key);
      return found == null || !now.isBefore(found.end()) ? null : found;
    }

    /** Sets the entry anew, or with null removes it, and forgets what is too old or too much. */
    void put(String key, @Nullable V value, Instant now) {
      kept.remove(key);
      if (value != null) {
        kept.put(key, new Kept<>(value, now.plus(keep)));
      }
      Iterator<Kept<V>> oldest = kept.values().iterator();
      while (oldest.hasNext()) {
        boolean over = !now.isBefore(oldest.next().end());
        if (!over && kept.size() <= capacity) {
          break;
        }
        oldest.remove();
      }
    }
  }

  /**
   * Bytes in a store. A link is a row of its own, whose value is the other key in UTF-8.
   *
   * @param store where
   * @param codec how
   * @param keep how long after the last change
   */
  record Shared(StateStore store, StateCodec codec, Duration keep) implements CallStates {
    private static final String LINK = "link/";

    @Override
    public Held read(String key, Class<?> type) {
      byte[] bytes = reach(() -> store.read(key));
      return bytes == null ? Held.NOTHING : new Held(codec.read(bytes, type), bytes);
    }

    @Override
    public boolean replace(String key, Held read, @Nullable Object next) {
      byte[] bytes = next == null ? null : codec.write(next);
      return reach(() -> store.replace(key, (byte[]) read.mark(), bytes, keep));
    }

    @Override
    public @Nullable String linked(String key) {
      byte[] bytes = reach(() -> store.read(LINK + key));
      return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void link(String key, String target) {
      byte[] next = target.getBytes(StandardCharsets.UTF_8);
      // Where another copy is faster, its link is as good: to the same value, and as fresh.
      reach(() -> store.replace(LINK + key, store.read(LINK + key), next, keep));
    }

    private static <R extends @Nullable Object> R reach(Supplier<R> work) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        throw new Unavailable(e);
      }
    }
  }
}
