package dev.switchboard.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where {@link CallState} is kept when several copies of an app share it: a table, Redis and the like. Keys and values
 * are opaque. Implementations are safe for use by many threads; where they throw, the webhook is answered 503, so that the
 * platform asks again.
 */
public interface StateStore {
  /** The value of a key; null where there is none or its time is over. */
  byte @Nullable [] read(String key);

  /**
   * Sets or removes the value of a key, where it still is what was read: compare and swap, in one step.
   *
   * @param expected the bytes that were read; null where there were none
   * @param next what takes their place; null removes them
   * @param keep how long the new value is kept from now on
   * @return whether it was done; false where another copy was faster
   */
  boolean replace(String key, byte @Nullable [] expected, byte @Nullable [] next, Duration keep);
}
