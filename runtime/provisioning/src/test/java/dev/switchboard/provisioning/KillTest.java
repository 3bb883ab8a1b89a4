package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.files.DurableFiles;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Kills the process, for real, at numbered points of the HTTP and of the file layer, and lets the same command run again.
 * On a developer's machine every fifth point of each kind; with {@code -Dswitchboard.kill.points=100}, as CI has it, each
 * one; {@code -Pkill} goes on with two kills in a row at random points until it has 500.
 */
class KillTest {
  private static final List<String> KINDS = List.of(
      "BEFORE_SEND", "IN_FLIGHT", "AFTER_REPLY", "BEFORE_WRITE", "BEFORE_RENAME", "AFTER_RENAME");
  private static final int WANTED = Integer.getInteger("switchboard.kill.points", 0);
  private static final int STRIDE = WANTED == 0 ? 5 : 1;
  private static final long SEED = Long.getLong("switchboard.kill.seed", System.nanoTime());

  @TempDir
  Path temp;

  private final AtomicInteger runs = new AtomicInteger();

  /** A scenario; each kill starts from the same, on a sandbox of its own. */
  private final class Stage implements AutoCloseable {
    final KillScenario scenario;
    final SandboxPlatform platform = new SandboxPlatform();
    String other = "";
    String otherBefore = "";
    Path folder = temp;

    Stage(KillScenario scenario) throws IOException {
      this.scenario = scenario;
    }

    void reset() throws IOException {
      folder = Files.createDirectories(temp.resolve("run-" + runs.getAndIncrement()));
      platform.reset();
      // The same name as ours: only the key tells them apart.
      other = Survey.id(platform.put("", Tree.object().put("name", "Phone tést")));
      otherBefore = platform.application(other).toString();
      platform.updateNumber(Map.of(
          "country",
          platform.number().path("country").asString(),
          "msisdn",
          KillScenario.NUMBER_DIGITS,
          "app_id",
          other,
          "moHttpUrl",
          "https://sms.example/?a=b&c=d"));
      scenario.prepare(platform.account(), folder);
      for (ObjectNode ours : ours()) {
        ours.withObject("/capabilities/video/storage").put("credential", "c-1").putNull("none");
        ours.withObject("/capabilities/voice").put("payment_enabled", true);
        platform.put(Survey.id(ours), ours);
      }
    }

    List<ObjectNode> ours() {
      return platform.applications().stream()
          .filter(application -> !Survey.id(application).equals(other))
          .toList();
    }

    Deployment deployment(Clock clock) {
      return scenario.deployment(
          platform.account(), folder, HttpClient.newHttpClient(), new DurableFiles(), clock);
    }

    /** Whether the point was reached, and the process killed there. */
    boolean killAt(String kind, int point) throws IOException, InterruptedException {
      CompletableFuture<Process> process = new CompletableFuture<>();
      AtomicInteger requests = new AtomicInteger();
      platform.faults = new FakePlatform.Faults() {
        @Override
        public boolean reply(String method, String path) {
          if (!kind.equals("IN_FLIGHT") || requests.incrementAndGet() != point) {
            return true;
          }
          process.join().toHandle().destroyForcibly();
          return false;
        }
      };
      Process child = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-cp",
              Objects.requireNonNullElse(
                  System.getProperty("surefire.test.class.path"),
                  System.getProperty("java.class.path")),
              KillChild.class.getName(),
              platform.uri().toString(),
              platform.secret,
              folder.toString(),
              scenario.name(),
              kind,
              Integer.toString(point))
          .redirectErrorStream(true)
          .start();
      process.complete(child);
      boolean killed = false;
      List<String> said = new ArrayList<>();
      try (BufferedReader out = new BufferedReader(
          new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          said.add(line);
          SuiteSecrets.say(line);
          if (line.equals(KillChild.REACHED)) {
            // By its handle: Process.destroyForcibly also closes the streams that are read here.
            child.toHandle().destroyForcibly();
            killed = true;
          }
        }
      }
      int exit = child.waitFor();
      platform.faults = new FakePlatform.Faults() {};
      killed = killed || requests.get() >= point;
      assertThat(killed || exit == 0)
          .as(scenario + " " + kind + " " + point + ": " + said)
          .isTrue();
      return killed;
    }

    /** Lets the next child take over at once; the lease would run out by itself in a minute. */
    void expireLease() {
      FileStateStore store = new FileStateStore(folder.resolve("state.json"));
      store.read().ifPresent(stored -> {
        String released =
            StateDocument.read(stored.document(), "the state").released().write();
        assertThat(store.replace(stored.revision(), released)).isPresent();
      });
    }

    /** The same command again, after the lease of the killed run has run out; then everything must be as if it had not been. */
    void finishAndCheck(String where) throws IOException {
      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5));
      try {
        scenario.run(deployment(later));
      } catch (ProvisioningException e) {
        assertThat(scenario.refusedWhenDone() && e.failure() == Failure.REFUSED)
            .as(where + ": " + e.getMessage())
            .isTrue();
      }
      Deployment deployment = deployment(later);
      Status status = deployment.status();
      assertThat(status.unfinished()).as(where).isEmpty();
      assertThat(Files.readString(folder.resolve("state.json")))
          .as(where)
          .doesNotContain("journal", "lease", "unsettled");
      assertThat(platform.application(other).toString()).as(where).isEqualTo(otherBefore);
      assertThat(new FileKeyStore(folder.resolve("keys")).keys()).as(where).isNotEmpty();
      if (scenario == KillScenario.DESTROY) {
        assertThat(ours()).as(where).isEmpty();
        assertThat(status.applicationId()).as(where).isEmpty();
        number(where, "", List.of());
        return;
      }
      List<ObjectNode> ours = ours();
      assertThat(ours).as(where).hasSize(1);
      ObjectNode application = ours.get(0);
      assertThat(Survey.fingerprint(application))
          .as(where)
          .isEqualTo(status.fingerprint())
          .isPresent();
      assertThat(status.keyHeld()).as(where).isTrue();
      assertThat(status.applicationId()).as(where).contains(Survey.id(application));
      assertThat(deployment.plan(Options.DEFAULT).isEmpty()).as(where).isTrue();
      if (scenario != KillScenario.CREATE) {
        assertThat(application.at("/capabilities/video").toString())
            .as(where)
            .isEqualTo("{\"storage\":{\"credential\":\"c-1\",\"none\":null}}");
        assertThat(application.at("/capabilities/voice/payment_enabled").asBoolean())
            .as(where)
            .isTrue();
      }
      switch (scenario) {
        case NUMBER, LINK -> number(where, Survey.id(application), List.of(other));
        case UNLINK -> number(where, "", List.of());
        default -> number(where, other, List.of());
      }
    }

    private void number(String where, String holder, List<String> previous) {
      ObjectNode number = platform.number();
      assertThat(number.path("app_id").asString("")).as(where).isEqualTo(holder);
      assertThat(number.path("moHttpUrl").asString())
          .as(where)
          .isEqualTo("https://sms.example/?a=b&c=d");
      StateDocument state = StateDocument.read(
          new FileStateStore(folder.resolve("state.json")).read().orElseThrow().document(),
          "the state");
      assertThat(state.links().stream().map(LinkedNumber::previous))
          .as(where)
          .containsExactlyElementsOf(previous);
    }

    @Override
    public void close() {
      platform.close();
    }
  }

  @Test
  void aKilledRunIsFinishedByTheNext()
      throws IOException, InterruptedException, ExecutionException {
    Map<KillScenario, Map<String, Integer>> table = new LinkedHashMap<>();
    List<Stage> stages = new ArrayList<>();
    // Two at a time: a scenario mostly waits for its child.
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (KillScenario scenario : KillScenario.values()) {
        stages.add(new Stage(scenario));
      }
      List<Callable<Map<String, Integer>>> rows = new ArrayList<>();
      stages.forEach(stage -> rows.add(() -> everyPoint(stage)));
      List<Future<Map<String, Integer>>> done = threads.invokeAll(rows);
      for (int i = 0; i < done.size(); i++) {
        table.put(stages.get(i).scenario, done.get(i).get());
      }
      int killed = table.values().stream()
          .flatMap(row -> row.values().stream())
          .mapToInt(Integer::intValue)
          .sum();
      int twice = twice(stages, table, WANTED - killed);
      print(table, killed, twice);
      assertThat(killed + twice).isGreaterThanOrEqualTo(WANTED);
    } finally {
      threads.shutdownNow();
      stages.forEach(Stage::close);
    }
  }

  private static Map<String, Integer> everyPoint(Stage stage)
      throws IOException, InterruptedException {
    Map<String, Integer> row = new LinkedHashMap<>();
    for (String kind : KINDS) {
      int killed = 0;
      stage.reset();
      for (int point = 1; stage.killAt(kind, point); point += STRIDE) {
        stage.finishAndCheck(stage.scenario + " killed at " + kind + " " + point);
        killed++;
        stage.reset();
      }
      row.put(kind, killed);
      assertThat(row.get(kind)).as(stage.scenario + " " + kind).isPositive();
    }
    return row;
  }

  /** Kills the run, and then the run that was to finish it. */
  private static int twice(
      List<Stage> stages, Map<KillScenario, Map<String, Integer>> table, int wanted)
      throws IOException, InterruptedException {
    Random random = new Random(SEED);
    int done = 0;
    while (done < wanted) {
      Stage stage = stages.get(random.nextInt(stages.size()));
      String kind = KINDS.get(random.nextInt(KINDS.size()));
      int points = Objects.requireNonNull(
          Objects.requireNonNull(table.get(stage.scenario)).get(kind));
      int first = 1 + random.nextInt(points);
      stage.reset();
      stage.killAt(kind, first);
      String again = KINDS.get(random.nextInt(KINDS.size()));
      int second = 1 + random.nextInt(4);
      stage.expireLease();
      stage.killAt(again, second);
      stage.finishAndCheck(stage.scenario + " killed at " + kind + " " + first + " and " + again
          + " " + second + ", seed " + SEED);
      done++;
    }
    return done;
  }

  private static void print(Map<KillScenario, Map<String, Integer>> table, int killed, int twice) {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%n%-14s", "kill -9 at"));
    table.keySet().forEach(scenario -> text.append(String.format(Locale.ROOT, "%9s", scenario)));
    for (String kind : KINDS) {
      text.append(String.format(Locale.ROOT, "%n%-14s", kind));
      table.values().forEach(row -> text.append(String.format(Locale.ROOT, "%9d", row.get(kind))));
    }
    text.append(String.format(
        Locale.ROOT,
        "%n%d kills, each finished by the next run; %d more with two kills in a row (seed %d)",
        killed,
        twice,
        SEED));
    System.out.println(text);
  }
}
