import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Sends webhooks over some connections, as fast as answers come or at a fixed rate. */
final class Load {
  /** @param nanos how long each answer took, sorted */
  record Result(long[] nanos, double seconds) {
    double perSecond() {
      return nanos.length / seconds;
    }

    double millis(double quantile) {
      return nanos[(int) Math.min(nanos.length - 1L, Math.round(quantile * nanos.length))] / 1e6;
    }
  }

  private static final int CONNECTIONS = 8;

  private Load() {}

  /** As fast as answers come: the next request goes out when the answer to the last one is in. */
  static Result fast(int port, Kind kind, int count) throws Exception {
    return run(port, kind, count, 0);
  }

  /**
   * At a fixed rate. An answer's time counts from when its request was due where the one before it was late, so that a stall is
   * not hidden by the requests that it kept from being sent.
   */
  static Result steady(int port, Kind kind, double perSecond, double seconds) throws Exception {
    return run(port, kind, (int) (perSecond * seconds), perSecond);
  }

  private static Result run(int port, Kind kind, int count, double perSecond) throws Exception {
    IntFunction<byte[]> requests = kind.requests(count);
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Callable<long[]>> senders = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < CONNECTIONS; i++) {
        senders.add(() -> send(port, kind, count, perSecond, requests, next, start));
      }
      List<long[]> all = new ArrayList<>();
      for (Future<long[]> sent : threads.invokeAll(senders)) {
        all.add(sent.get());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Result(nanos, seconds);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long[] send(
      int port,
      Kind kind,
      int count,
      double perSecond,
      IntFunction<byte[]> requests,
      AtomicInteger next,
      long start)
      throws IOException {
    long[] nanos = new long[count];
    int done = 0;
    int expected = kind.answers() ? 200 : 204;
    try (Connection connection = new Connection(port)) {
      for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
        long sent = System.nanoTime();
        if (perSecond > 0) {
          long due = start + (long) (number * 1e9 / perSecond);
          if (due > sent) {
            while (System.nanoTime() < due) {
              LockSupport.parkNanos(due - System.nanoTime());
            }
            sent = System.nanoTime();
          } else {
            sent = due;
          }
        }
        int status = connection.exchange(requests.apply(number));
        nanos[done++] = System.nanoTime() - sent;
        if (status != expected) {
          throw new IOException(kind + " was answered " + status + ": " + connection.body());
        }
      }
    }
    return Arrays.copyOf(nanos, done);
  }
}
