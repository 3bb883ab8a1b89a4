package dev.switchboard.provisioning;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A process of the model. Two of them hand each other the turn; who waits for it stands still. */
final class ModelRun {
  boolean dead;
  boolean stoodStill;

  /** Whether nothing may go wrong for this run, for now. */
  boolean sheltered;

  /** How often the turn may still go over while both are under way; null while there is only one. */
  private @Nullable Turns turns;

  private @Nullable ModelRun other;
  private final Semaphore turn = new Semaphore(0);
  private boolean ended;

  private static final class Turns {
    int left;

    Turns(int left) {
      this.left = left;
    }
  }

  void alive() {
    if (dead) {
      throw new ModelWorld.Cut();
    }
  }

  /** Before each step: goes on, or gives the turn away, or gives it away for longer than the lease. */
  void turn(ModelWorld world) {
    if (turns == null || other == null || other.ended || turns.left == 0) {
      return;
    }
    int way = world.ways.choose(3);
    if (way == 0) {
      return;
    }
    turns.left--;
    if (way == 2) {
      stoodStill = true;
      world.stoodStill = true;
      world.passLease();
    }
    world.run = other;
    other.turn.release();
    turn.acquireUninterruptibly();
  }

  /** Plays a command twice at once, the turn going over at most {@code turns} times; returns when both have ended. */
  static void both(ModelWorld world, int turns, Runnable one, Runnable two) {
    ModelRun first = new ModelRun();
    ModelRun second = new ModelRun();
    first.other = second;
    second.other = first;
    first.turns = second.turns = new Turns(turns);
    world.run = first;
    Semaphore end = new Semaphore(0);
    Failures failures = new Failures();
    first.start(world, one, end, failures);
    second.start(world, two, end, failures);
    first.turn.release();
    end.acquireUninterruptibly();
    world.run = new ModelRun();
    failures.rethrow();
  }

  private static final class Failures {
    private @Nullable Throwable first;

    void add(Throwable failure) {
      first = first == null ? failure : first;
    }

    void rethrow() {
      if (first != null) {
        throw new AssertionError(first);
      }
    }
  }

  private void start(ModelWorld world, Runnable play, Semaphore end, Failures failures) {
    ModelRun peer = other;
    Thread thread = new Thread(() -> {
      turn.acquireUninterruptibly();
      try {
        play.run();
      } catch (Throwable e) {
        failures.add(e);
      }
      ended = true;
      if (peer == null || peer.ended) {
        end.release();
      } else {
        world.run = peer;
        peer.turn.release();
      }
    });
    thread.setDaemon(true);
    thread.start();
  }
}
