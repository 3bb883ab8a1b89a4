package dev.switchboard.server;

import java.io.Serial;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads that handlers run on: a virtual one for each webhook where the JDK has them, else a bounded pool. */
final class HandlerThreads {
  private static final int MOST = 256;

  private HandlerThreads() {}

  static ExecutorService start() {
    try {
      // Looked up once at start: this class is compiled for Java 17, which does not have the
      // method.
      return (ExecutorService) MethodHandles.publicLookup()
          .findStatic(
              Executors.class,
              "newVirtualThreadPerTaskExecutor",
              MethodType.methodType(ExecutorService.class))
          .invokeExact();
    } catch (NoSuchMethodException e) {
      return pool();
    } catch (Throwable e) {
      throw new IllegalStateException("This JDK has virtual threads and does not start them.", e);
    }
  }

  static ThreadPoolExecutor pool() {
    return new Pool();
  }

  /**
   * Starts a thread only where all it has are busy, and lets what comes wait once there are as many as there may be. A pool with a plain queue
   * would either start all of its threads before it uses one again, each with a stack of its own, or never start a second; one that hands each
   * task to a waiting thread wakes a thread for each, where one that is done could have taken it along.
   */
  private static final class Pool extends ThreadPoolExecutor {
    /** Tasks that wait or run. */
    private final AtomicInteger inHand = new AtomicInteger();

    Pool() {
      // Idle threads end, so that an idle server keeps none.
      super(0, MOST, 30, TimeUnit.SECONDS, new Waiting(), named());
      ((Waiting) getQueue()).pool = this;
      setRejectedExecutionHandler(Pool::wait);
    }

    @Override
    public void execute(Runnable task) {
      inHand.incrementAndGet();
      try {
        super.execute(task);
      } catch (Throwable notTaken) { // stopped, or no memory for another thread
        inHand.decrementAndGet();
        throw notTaken;
      }
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable error) {
      inHand.decrementAndGet();
    }

    boolean hasIdleThreads() {
      return inHand.get() <= getPoolSize();
    }

    /** There are as many threads as there may be, and all of them are busy. */
    private static void wait(Runnable task, ThreadPoolExecutor pool) {
      if (pool.isShutdown()) {
        throw new RejectedExecutionException("The server has stopped.");
      }
      ((Waiting) pool.getQueue()).force(task);
    }

    private static ThreadFactory named() {
      AtomicInteger count = new AtomicInteger();
      return task -> {
        Thread thread = new Thread(task, "switchboard-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
      };
    }
  }

  /** Refuses a task where no thread is free to take it, which makes the pool start one. */
  private static final class Waiting extends LinkedBlockingQueue<Runnable> {
    @Serial
    private static final long serialVersionUID = 1L;

    private transient @Nullable Pool pool;

    @Override
    public boolean offer(Runnable task) {
      return Objects.requireNonNull(pool).hasIdleThreads() && super.offer(task);
    }

    void force(Runnable task) {
      super.offer(task);
    }
  }
}
