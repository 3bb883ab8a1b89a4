package dev.switchboard.server;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
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

  private static ExecutorService pool() {
    AtomicInteger count = new AtomicInteger();
    ThreadFactory named = task -> {
      Thread thread = new Thread(task, "switchboard-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
    // Core threads time out, so that an idle server keeps none; a queue lets bursts wait instead of
    // failing.
    ThreadPoolExecutor pool = new ThreadPoolExecutor(
        MOST, MOST, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
