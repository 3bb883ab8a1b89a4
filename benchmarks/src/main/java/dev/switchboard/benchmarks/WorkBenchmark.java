package dev.switchboard.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Each contestant in a JVM of its own, so that no other's calls are in what the compiler knows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class WorkBenchmark {
  @Param
  public Contestant contestant;

  private Callable<Object> work;

  @Setup
  public void prepare() {
    work = contestant.prepare();
  }

  @Benchmark
  public Object call() throws Exception {
    return work.call();
  }
}
