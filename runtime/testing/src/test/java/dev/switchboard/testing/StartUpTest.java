package dev.switchboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What it costs to start app and sandbox around a test. Run by {@code -Pstartup}; prints its figures. */
@Tag("startup")
class StartUpTest {
  private static final int TIMES = 50;

  @Test
  void startsAppAndSandbox() {
    long[] wall = new long[TIMES];
    long[] cpu = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      long busy = cpuNanos();
      try (Stage stage = new Stage(false, "")) {
        stage.serve(this, new Class<?>[] {Bakery.class});
        assertThat(stage.sandbox().uri()).isNotNull();
        wall[i] = System.nanoTime() - start;
        cpu[i] = cpuNanos() - busy;
      }
    }
    System.out.printf(
        "the first start of a JVM: %d ms, of which %d ms CPU; the next %d, median: %.1f ms, of which %.1f ms CPU%n",
        TimeUnit.NANOSECONDS.toMillis(wall[0]),
        TimeUnit.NANOSECONDS.toMillis(cpu[0]),
        TIMES - 1,
        medianAfterFirst(wall) / 1e6,
        medianAfterFirst(cpu) / 1e6);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long medianAfterFirst(long[] values) {
    return Arrays.stream(values)
        .skip(1)
        .sorted()
        .skip((TIMES - 1) / 2)
        .findFirst()
        .orElseThrow();
  }
}
