package dev.switchboard.sandbox.time;

import java.time.Instant;

/** Work that waits for its moment. Made by {@link Loop#after}. */
public final class Timer implements Comparable<Timer> {
  private final Loop loop;
  private final Instant at;
  private final long number;
  private final Runnable task;

  Timer(Loop loop, Instant at, long number, Runnable task) {
    this.loop = loop;
    this.at = at;
    this.number = number;
    this.task = task;
  }

  /** When it is due. */
  public Instant at() {
    return at;
  }

  /** Calls it off; without effect on one that has run. */
  public void cancel() {
    loop.forget(this);
  }

  Runnable task() {
    return task;
  }

  /** Earlier ones first; of two for the same moment the one that was set first. */
  @Override
  public int compareTo(Timer other) {
    int order = at.compareTo(other.at);
    return order != 0 ? order : Long.compare(number, other.number);
  }
}
