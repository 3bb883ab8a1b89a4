package dev.switchboard.server;

import java.io.Serial;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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
    AtomicInteger count = new AtomicInteger();
    ThreadFactory named = task -> {
      Thread thread = new Thread(task, "switchboard-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
    // Idle threads end, so that an idle server keeps none; bursts wait instead of failing.
    return new ThreadPoolExecutor(
        0, MOST, 30, TimeUnit.SECONDS, new Handover(), named, HandlerThreads::wait);
  }

  /** There are as many threads as there may be, and all of them are busy. */
  private static void wait(Runnable task, ThreadPoolExecutor pool) {
    if (pool.isShutdown()) {
      throw new RejectedExecutionException("The server has stopped.");
    }
    pool.getQueue().add(task);
  }

  /**
   * Takes a task only where a thread waits for one; the pool starts another thread for it then. With a plain queue it would either start all
   * of its threads before it uses one again, each with a stack of its own, or never start a second.
   */
  private static final class Handover extends LinkedTransferQueue<Runnable> {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }
  }
}
