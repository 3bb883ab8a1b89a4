package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process, for real, at numbered points of the HTTP and of the file layer, and lets the same command run again.
 * On a developer's machine every fifth point of each kind; with {@code -Dswitchboard.kill.points=100}, as CI has it, each
 * one; {@code -Pkill} goes on with two kills in a row at random points until it has 500.
 */
class KillTest {
  private static final int WANTED = Integer.getInteger("switchboard.kill.points", 0);
  private static final int STRIDE = WANTED == 0 ? 5 : 1;
  private static final long SEED = Long.getLong("switchboard.kill.seed", System.nanoTime());
  // A scenario mostly waits for its child.
  private static final int AT_ONCE = 3;

  @TempDir
  Path temp;

  private record Kill(KillScenario scenario, List<KillPoint> points) {}

  @Test
  void aKilledRunIsFinishedByTheNext()
      throws IOException, InterruptedException, ExecutionException {
    long from = System.nanoTime();
    ChildJvm jvm = new ChildJvm(temp, KillChild.class);
    BlockingQueue<KillStage> stages = new LinkedBlockingQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        stages.add(new KillStage(Files.createDirectories(temp.resolve("stage-" + i)), jvm));
      }
      KillStage first = stages.element();
      first.train();
      Map<KillScenario, Map<KillPoint.Kind, Integer>> points = new EnumMap<>(KillScenario.class);
      for (KillScenario scenario : KillScenario.values()) {
        points.put(scenario, first.count(scenario));
      }
      List<Kill> once = once(points);
      List<Kill> twice = twice(points, WANTED - once.size());
      List<Callable<Kill>> work = new ArrayList<>();
      once.forEach(kill -> work.add(() -> carryOut(kill, stages)));
      twice.forEach(kill -> work.add(() -> carryOut(kill, stages)));
      for (Future<Kill> done : threads.invokeAll(work)) {
        done.get();
      }
      print(points, once, twice.size(), Duration.ofNanos(System.nanoTime() - from));
    } finally {
      threads.shutdownNow();
      stages.forEach(KillStage::close);
    }
  }

  private static Kill carryOut(Kill kill, BlockingQueue<KillStage> stages)
      throws IOException, InterruptedException {
    KillStage stage = stages.take();
    try {
      stage.kill(kill.scenario(), kill.points());
      return kill;
    } finally {
      stages.add(stage);
    }
  }

  private static List<Kill> once(Map<KillScenario, Map<KillPoint.Kind, Integer>> points) {
    List<Kill> kills = new ArrayList<>();
    points.forEach((scenario, kinds) -> {
      for (KillPoint.Kind kind : KillPoint.Kind.values()) {
        assertThat(kinds).as(scenario.name()).containsKey(kind);
        for (int number = 1; number <= number(kinds, kind); number += STRIDE) {
          kills.add(new Kill(scenario, List.of(new KillPoint(kind, number))));
        }
      }
    });
    return kills;
  }

  /** Kills the run, and then the run that was to finish it. */
  private static List<Kill> twice(
      Map<KillScenario, Map<KillPoint.Kind, Integer>> points, int wanted) {
    Random random = new Random(SEED);
    List<KillScenario> scenarios = List.copyOf(points.keySet());
    List<KillPoint.Kind> kinds = List.of(KillPoint.Kind.values());
    List<Kill> kills = new ArrayList<>();
    while (kills.size() < wanted) {
      KillScenario scenario = scenarios.get(random.nextInt(scenarios.size()));
      KillPoint.Kind kind = kinds.get(random.nextInt(kinds.size()));
      int last = number(Objects.requireNonNull(points.get(scenario)), kind);
      kills.add(new Kill(
          scenario,
          List.of(
              new KillPoint(kind, 1 + random.nextInt(last)),
              new KillPoint(kinds.get(random.nextInt(kinds.size())), 1 + random.nextInt(4)))));
    }
    return kills;
  }

  private static int number(Map<KillPoint.Kind, Integer> kinds, KillPoint.Kind kind) {
    return Objects.requireNonNull(kinds.get(kind));
  }

  private static void print(
      Map<KillScenario, Map<KillPoint.Kind, Integer>> points,
      List<Kill> once,
      int twice,
      Duration took) {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%n%-14s", "kill -9 at"));
    points.keySet().forEach(scenario -> text.append(String.format(Locale.ROOT, "%9s", scenario)));
    for (KillPoint.Kind kind : KillPoint.Kind.values()) {
      text.append(String.format(Locale.ROOT, "%n%-14s", kind));
      points.forEach((scenario, kinds) -> {
        long killed = once.stream()
            .filter(kill -> kill.scenario() == scenario && kill.points().get(0).kind() == kind)
            .count();
        assertThat(killed).as(scenario + " " + kind).isPositive();
        text.append(String.format(Locale.ROOT, "%9s", killed + "/" + number(kinds, kind)));
      });
    }
    text.append(String.format(
        Locale.ROOT,
        "%n%d kills, each finished by the next run; %d more with two kills in a row (seed %d); %d s",
        once.size(),
        twice,
        SEED,
        took.toSeconds()));
    System.out.println(text);
  }
}
