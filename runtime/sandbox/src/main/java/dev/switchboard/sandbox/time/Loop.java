package dev.switchboard.sandbox.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that owns all state of the sandbox, and the one place where its time passes.
 *
 * <p>Everything the platform does is a task here, so nothing else needs a lock. Time is real, or virtual: then it stands
 * still until somebody {@linkplain #advance moves} it or {@linkplain #await waits}, and jumps from timer to timer, but
 * never past an HTTP exchange that is under way (see {@link #leave}).
 */
public final class Loop implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Tasks tasks = new Tasks();
  private final TreeSet<Timer> timers = new TreeSet<>();
  private final Waiters waiters = new Waiters();
  private final Absences absences;
  private final Thread thread;
  private @Nullable Instant virtualNow;
  private long numbers;
  private boolean busy;
  private Runnable beforeAnswers = () -> {};
  private boolean closed;

  private Loop(@Nullable Instant virtualNow, Duration patience) {
    this.virtualNow = virtualNow;
    this.absences = new Absences(patience);
    this.thread = new Thread(this::run, "switchboard-sandbox");
    thread.setDaemon(true);
    thread.start();
  }

  /** A loop on the machine's time. */
  public static Loop real() {
    return new Loop(null, Duration.ZERO);
  }

  /**
   * A loop whose time is moved by hand.
   *
   * @param patience how long, in real time, an exchange under way may keep virtual time from moving
   */
  public static Loop virtual(Instant start, Duration patience) {
    return new Loop(start, patience);
  }

  /** Whether time is moved by hand. */
  public boolean isVirtual() {
    lock.lock();
    try {
      return virtualNow != null;
    } finally {
      lock.unlock();
    }
  }

  /** The time here. */
  public Instant now() {
    lock.lock();
    try {
      return time();
    } finally {
      lock.unlock();
    }
  }

  /** The same time as a clock, for whoever has to agree with the sandbox on it. */
  public Clock clock() {
    return new LoopClock(this, ZoneOffset.UTC);
  }

  /** What is done on the loop before {@link #call} gives anything: nobody is told of what is not kept yet. */
  public void beforeAnswers(Runnable task) {
    execute(() -> beforeAnswers = task);
  }

  /** Runs a task after those already waiting. Ignored once closed. */
  public void execute(Runnable task) {
    lock.lock();
    try {
      if (!closed) {
        tasks.add(task);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs something on the loop and waits for what it gives.
   *
   * @throws ClosedLoopException when the loop is closed, before the work or in place of it
   */
  public <T> T call(Callable<T> work) {
    if (Thread.currentThread() == thread) {
      return Tasks.result(work);
    }
    CompletableFuture<T> done;
    lock.lock();
    try {
      if (closed) {
        throw new ClosedLoopException();
      }
      done = tasks.add(work, () -> beforeAnswers.run());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return Tasks.result(done);
  }

  /** Runs a task once that much time has passed; at once for zero or less, yet never before this call returns. */
  public Timer after(Duration delay, Runnable task) {
    lock.lock();
    try {
      Timer timer =
          new Timer(this, time().plus(delay.isNegative() ? Duration.ZERO : delay), numbers++, task);
      timers.add(timer);
      changed.signalAll();
      return timer;
    } finally {
      lock.unlock();
    }
  }

  void forget(Timer timer) {
    lock.lock();
    try {
      timers.remove(timer);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Says that work left the loop and will come back, an HTTP exchange for example. Virtual time stands still until it
   * {@linkplain Absence#end ends} or has lasted longer than the patience, in real time.
   */
  public Absence leave() {
    Absence absence = new Absence(this, System.nanoTime());
    lock.lock();
    try {
      absences.add(absence);
      return absence;
    } finally {
      lock.unlock();
    }
  }

  void ended(Absence absence) {
    lock.lock();
    try {
      absences.remove(absence);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets virtual time pass: every timer that falls due runs at its own moment, and its exchanges finish before the next.
   *
   * @throws IllegalStateException when time is real here
   */
  public void advance(Duration time) {
    if (!isVirtual()) {
      throw new IllegalStateException(
          "time is real here; start the sandbox with virtual time to move it");
    }
    await(() -> false, time);
    call(() -> time); // The time that has passed is kept, where time is.
  }

  /** Waits until nothing is under way: no task, no exchange. Timers may remain, and time does not move. */
  public void settle(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    lock.lock();
    try {
      while (!closed && (busy || !tasks.isEmpty() || !absences.isEmpty())) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return;
        }
        awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a condition holds, which is looked at on the loop after each task. Virtual time moves from timer to
   * timer meanwhile, for as long as nothing else is under way.
   *
   * @param limit how much time here may pass at most
   * @return whether the condition holds
   */
  public boolean await(BooleanSupplier condition, Duration limit) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("the loop cannot wait for itself");
    }
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      waiters.add(condition, time().plus(limit), done);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return done.join();
  }

  /** Stops at once; what was waiting does not run, and whoever waits for it is told so. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      tasks.drop();
      timers.clear();
      waiters.giveUp();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (true) {
      Runnable task = next();
      if (task == null) {
        return;
      }
      try {
        task.run();
      } catch (RuntimeException | Error failure) {
        // One broken task must not end the platform; the log is where a developer of the sandbox
        // looks.
        System.getLogger(Loop.class.getName())
            .log(System.Logger.Level.ERROR, "a task of the sandbox failed", failure);
      }
    }
  }

  private @Nullable Runnable next() {
    lock.lock();
    try {
      busy = false;
      while (!closed) {
        Runnable task = tasks.next();
        if (task == null) {
          checkWaiters();
          task = due();
        }
        if (task != null) {
          busy = true;
          return task;
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** The next timer's task if its time has come, or null after waiting for something to change. */
  private @Nullable Runnable due() {
    Timer first = timers.isEmpty() ? null : timers.first();
    if (virtualNow == null) {
      Instant now = time();
      if (first != null && !first.at().isAfter(now)) {
        timers.remove(first);
        return first.task();
      }
      Instant wake = earliest(first == null ? null : first.at(), waiters.earliest());
      changed.signalAll();
      awaitNanos(
          wake == null
              ? Long.MAX_VALUE
              : Math.max(1, Duration.between(now, wake).toNanos()));
      return null;
    }
    if (first != null && !first.at().isAfter(virtualNow)) {
      timers.remove(first);
      return first.task();
    }
    changed.signalAll();
    Instant wait = waiters.earliest();
    if (wait == null) {
      awaitNanos(Long.MAX_VALUE);
      return null;
    }
    long pinned = absences.pinnedNanos();
    if (pinned > 0) {
      awaitNanos(pinned);
      return null;
    }
    virtualNow = first != null && !first.at().isAfter(wait) ? first.at() : wait;
    return null;
  }

  private void checkWaiters() {
    Instant now = time();
    boolean idle = (timers.isEmpty() || timers.first().at().isAfter(now))
        // What falls due in the last moment is still waited for, with its exchanges.
        && (virtualNow == null || absences.pinnedNanos() <= 0);
    waiters.check(now, idle);
  }

  private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private Instant time() {
    Instant virtual = virtualNow;
    return virtual != null ? virtual : Clock.systemUTC().instant();
  }

  /** Every caller looks again at what it waits for. */
  @SuppressWarnings("WaitNotInLoop")
  private void awaitNanos(long nanos) {
    try {
      changed.awaitNanos(nanos);
    } catch (InterruptedException stop) {
      if (Thread.currentThread() == thread) {
        closed = true;
      } else {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for the sandbox", stop);
      }
    }
  }
}
