package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.files.DurableFiles;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** One sandbox, on which one scenario after the other is killed and finished; each begins with an account of its own. */
final class KillStage implements AutoCloseable {
  private final SandboxPlatform platform = new SandboxPlatform();
  private final Path root;
  private final ChildJvm jvm;
  private String other = "";
  private String otherBefore = "";
  private Path folder;
  private int runs;

  KillStage(Path root, ChildJvm jvm) throws IOException {
    this.root = root;
    this.jvm = jvm;
    this.folder = root.resolve("run-0");
    for (int run = 0; run <= 2; run++) {
      KillScenario.nextKeys(folder, run).store(ApplicationKey.generate());
    }
  }

  private void reset(KillScenario scenario) throws IOException {
    folder = Files.createDirectories(root.resolve("run-" + ++runs));
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

  private List<ObjectNode> ours() {
    return platform.applications().stream()
        .filter(application -> !Survey.id(application).equals(other))
        .toList();
  }

  /** Runs the scenario whole, and counts the points that it passes. */
  Map<KillPoint.Kind, Integer> count(KillScenario scenario) throws IOException {
    reset(scenario);
    Map<KillPoint.Kind, Integer> points = new EnumMap<>(KillPoint.Kind.class);
    DurableFiles files = new DurableFiles(
        (moment, target) -> points.merge(KillPoint.Kind.valueOf(moment.name()), 1, Integer::sum));
    HttpClient http = new WatchedClient(
        (point, method) -> points.merge(KillPoint.Kind.valueOf(point), 1, Integer::sum));
    scenario.run(
        scenario.deployment(platform.account(), folder, http, files, KillChild.clock(0), 0));
    points.put(KillPoint.Kind.IN_FLIGHT, points.get(KillPoint.Kind.BEFORE_SEND));
    return points;
  }

  /** Leaves behind the classes that a child needs. */
  void train() throws IOException, InterruptedException {
    reset(KillScenario.CREATE);
    jvm.train(arguments(KillScenario.CREATE, new KillPoint(KillPoint.Kind.IN_FLIGHT, 0), 0));
  }

  /** Kills the scenario at a point, and the run that was to finish it at the next; then lets it finish. */
  void kill(KillScenario scenario, List<KillPoint> points)
      throws IOException, InterruptedException {
    reset(scenario);
    String where = scenario + " killed at " + points;
    for (int run = 0; run < points.size(); run++) {
      // What is left for a second run may be less than what the first one had to do.
      boolean must = run == 0;
      assertThat(killAt(scenario, points.get(run), run) || !must).as(where).isTrue();
    }
    finishAndCheck(scenario, where, points.size());
  }

  private String[] arguments(KillScenario scenario, KillPoint point, int run) {
    return new String[] {
      platform.uri().toString(),
      platform.secret,
      folder.toString(),
      scenario.name(),
      point.kind().name(),
      Integer.toString(point.number()),
      Integer.toString(run)
    };
  }

  /** Whether the point was reached, and the process killed there. */
  private boolean killAt(KillScenario scenario, KillPoint point, int run)
      throws IOException, InterruptedException {
    CompletableFuture<Process> process = new CompletableFuture<>();
    AtomicInteger requests = new AtomicInteger();
    platform.faults = new FakePlatform.Faults() {
      @Override
      public boolean reply(String method, String path) {
        if (point.kind() != KillPoint.Kind.IN_FLIGHT
            || requests.incrementAndGet() != point.number()) {
          return true;
        }
        process.join().toHandle().destroyForcibly();
        return false;
      }
    };
    Process child = jvm.start(arguments(scenario, point, run));
    process.complete(child);
    boolean killed = false;
    List<String> said = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
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
    killed = killed || (requests.get() >= point.number() && exit != 0);
    assertThat(killed || exit == 0 || (run > 0 && scenario.refusedWhenDone()))
        .as(scenario + " " + point + ": " + said)
        .isTrue();
    return killed;
  }

  /** The same command again, after the lease of the killed run has run out; then everything must be as if it had not been. */
  private void finishAndCheck(KillScenario scenario, String where, int run) throws IOException {
    Deployment deployment = scenario.deployment(
        platform.account(),
        folder,
        HttpClient.newHttpClient(),
        new DurableFiles(),
        KillChild.clock(run),
        run);
    try {
      scenario.run(deployment);
    } catch (ProvisioningException e) {
      assertThat(scenario.refusedWhenDone() && e.failure() == Failure.REFUSED)
          .as(where + ": " + e.getMessage())
          .isTrue();
    }
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
