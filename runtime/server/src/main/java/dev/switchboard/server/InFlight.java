package dev.switchboard.server;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the webhooks that are being handled, so that stopping can wait for them. */
final class InFlight {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int count;
  private boolean draining;

  /** Whether a webhook may begin; one that may has to {@link #end}. */
  boolean begin() {
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

  void end() {
    lock.lock();
    try {
      count--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isDraining() {
    lock.lock();
    try {
      return draining;
    } finally {
      lock.unlock();
    }
  }

  /** Lets no more begin, and waits for those that have. Gives how many were left. */
  int drain(Duration longest) {
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
