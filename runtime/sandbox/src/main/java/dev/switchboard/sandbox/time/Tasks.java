package dev.switchboard.sandbox.time;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What the loop has yet to do, in order; of some of it, somebody waits for the result. Guarded by the loop's lock. */
final class Tasks {
  private final Deque<Task> waiting = new ArrayDeque<>();

  private record Task(Runnable work, @Nullable CompletableFuture<?> caller) {}

  void add(Runnable work) {
    waiting.add(new Task(work, null));
  }

  /**
   * Work that gives something.
   *
   * @param before what is done between the work and its caller's being told
   */
  <T> CompletableFuture<T> add(Callable<T> work, Runnable before) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Runnable task = () -> {
      try {
        T result = work.call();
        before.run();
        done.complete(result);
      } catch (Throwable failure) {
        done.completeExceptionally(failure);
      }
    };
    waiting.add(new Task(task, done));
    return done;
  }

  @Nullable
  Runnable next() {
    Task task = waiting.poll();
    return task == null ? null : task.work();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Nothing of it will be done: nobody may wait for it. */
  void drop() {
    for (Task task : waiting) {
      CompletableFuture<?> caller = task.caller();
      if (caller != null) {
        caller.completeExceptionally(new ClosedLoopException());
      }
    }
    waiting.clear();
  }

  /** What a call gives, with the exceptions of its work as they were thrown. */
  static <T> T result(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failure.getCause() instanceof Error cause) {
        throw cause;
      }
      throw failure;
    }
  }

  /** The same for work that is done at once. */
  static <T> T result(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new CompletionException(failure);
    }
  }
}
