package dev.switchboard.webhooks;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the webhooks that an adapter is handling, from before their bodies are read until their answers are written, so that stopping can
 * wait for them: what was acknowledged is done, and what was not is asked again. Safe for use by many threads.
 */
public final class InFlight {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int count;
  private boolean draining;

  /** Nothing in flight. */
  public InFlight() {}

  /** Whether a webhook may begin; one that may has to {@link #end}. One that may not is answered 503. */
  public boolean begin() {
    lock.lock();
    try {
      if (draining) {
        return false;
      }
      count++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A webhook that began has been answered, or its client has gone away. */
  public void end() {
    lock.lock();
    try {
      count--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether no webhook may begin any more: not ready, as load balancers say. */
  public boolean isDraining() {
    lock.lock();
    try {
      return draining;
    } finally {
      lock.unlock();
    }
  }

  /** Lets webhooks begin again: for a container that is started again after it was stopped. */
  public void reopen() {
    lock.lock();
    try {
      draining = false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets no more begin, and waits for those that have.
   *
   * @param longest how long to wait at most; zero does not wait
   * @return how many were left
   */
  public int drain(Duration longest) {
    lock.lock();
    try {
      draining = true;
      long left = longest.toNanos();
      while (count > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      return count;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return count;
    } finally {
      lock.unlock();
    }
  }
}
