package dev.switchboard.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a JVM that has just started pays: the thread CPU of calls 2 to 100, the first left out since it loads classes. Each
 * contestant gets a JVM of its own, in turn, as often as the argument says, so that a busy minute hits all.
 */
public final class ColdCalls {
  private static final int LAST = 100;
  private static final List<String> WORKS =
      List.of("event", "inbound", "dispatch", "serve", "ncco", "constant", "verify");

  private ColdCalls() {}

  /**
   * Measures.
   *
   * @param args how many JVMs a contestant and the file to write, or the name of the contestant to call here
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 1) {
      System.out.println(measure(Contestant.valueOf(args[0])));
    } else {
      compare(Integer.parseInt(args[0]), Path.of(args[1]));
    }
  }

  private static void compare(int forks, Path file) throws IOException, InterruptedException {
    List<Contestant> contestants = Stream.of(Contestant.values())
        .filter(one -> WORKS.contains(one.work()) && !one.who().equals("floor"))
        .toList();
    long[][] nanos = new long[contestants.size()][forks];
    for (int fork = 0; fork < forks; fork++) {
      for (int i = 0; i < contestants.size(); i++) {
        nanos[i][fork] = inOwnJvm(contestants.get(i));
      }
    }
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < contestants.size(); i++) {
      String all = LongStream.of(nanos[i])
          .mapToObj(time -> String.format(Locale.ROOT, "%.1f", time / (double) (LAST - 1)))
          .collect(Collectors.joining(","));
      json.append(i == 0 ? "\n" : ",\n")
          .append("{\"contestant\":\"" + contestants.get(i) + "\",\"nanos\":[" + all + "]}");
      Arrays.sort(nanos[i]);
      System.out.printf(
          Locale.ROOT,
          "%-22s %9.1f µs a call%n",
          contestants.get(i),
          nanos[i][forks / 2] / 1000.0 / (LAST - 1));
    }
    Files.writeString(file, json.append("\n]\n"));
  }

  private static long inOwnJvm(Contestant contestant) throws IOException, InterruptedException {
    Process jvm = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ColdCalls.class.getName(),
            contestant.name())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String out = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (jvm.waitFor() != 0) {
      throw new IllegalStateException(contestant + " failed");
    }
    return Long.parseLong(out);
  }

  private static long measure(Contestant contestant) throws Exception {
    Callable<Object> work = contestant.prepare();
    int seen = work.call() == null ? 0 : 1;
    long start = cpu();
    for (int call = 2; call <= LAST; call++) {
      seen += work.call() == null ? 0 : 1;
    }
    long used = cpu() - start;
    if (seen < LAST) {
      throw new IllegalStateException("nothing was done");
    }
    return used;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
