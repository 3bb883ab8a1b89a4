package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two processes apply the same app to the same empty account at the same moment, against the sandbox: with the answer to
 * the creation lost, with the creation doubled by a proxy, with a list that lags, and with all of it. Few rounds by
 * default, more where {@code CI} is set, 100 with {@code -Praces}.
 */
class RaceTest {
  private static final int ROUNDS = Integer.getInteger("switchboard.races", 5);

  private enum Fault {
    NONE,
    REPLY_LOST,
    DOUBLED,
    LIST_LAGS,
    ALL
  }

  @TempDir
  Path temp;

  private static final class Racer implements AutoCloseable {
    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    Racer(SandboxPlatform platform) throws IOException {
      process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-cp",
              Objects.requireNonNullElse(
                  System.getProperty("surefire.test.class.path"),
                  System.getProperty("java.class.path")),
              RaceChild.class.getName(),
              platform.uri().toString(),
              platform.secret)
          .redirectErrorStream(true)
          .start();
      in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
      out = new BufferedReader(
          new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    void go(Path folder) throws IOException {
      in.write(folder + "\n");
      in.flush();
    }

    String end() throws IOException {
      String line = Objects.requireNonNull(out.readLine(), "the process ended");
      SuiteSecrets.say(line);
      return line;
    }

    @Override
    public void close() throws IOException {
      in.close();
      process.destroyForcibly();
    }
  }

  @Test
  void oneApplicationOneWinner() throws IOException {
    Map<Fault, Map<String, Integer>> table = new TreeMap<>();
    try (SandboxPlatform platform = new SandboxPlatform();
        Racer one = new Racer(platform);
        Racer two = new Racer(platform)) {
      for (int round = 0; round < ROUNDS; round++) {
        Fault fault = Fault.values()[round % Fault.values().length];
        Path folder = Files.createDirectories(temp.resolve("round-" + round));
        platform.reset();
        platform.faults = faults(fault);
        one.go(folder);
        two.go(folder);
        List<String> ends = List.of(one.end(), two.end());
        check(platform, folder, "round " + round + " " + fault + " " + ends, ends);
        ends.forEach(end -> table
            .computeIfAbsent(fault, f -> new TreeMap<>())
            .merge(end.startsWith("5 ") ? "5 busy" : end, 1, Integer::sum));
      }
    }
    StringBuilder text = new StringBuilder(
        String.format(Locale.ROOT, "%n%d rounds of two processes applying at once", ROUNDS));
    table.forEach(
        (fault, ends) -> text.append(String.format(Locale.ROOT, "%n%-12s %s", fault, ends)));
    System.out.println(text);
    assertThat(table).hasSize(Math.min(ROUNDS, Fault.values().length));
  }

  private static FakePlatform.Faults faults(Fault fault) {
    boolean all = fault == Fault.ALL;
    AtomicBoolean lost = new AtomicBoolean();
    AtomicInteger lists = new AtomicInteger();
    return new FakePlatform.Faults() {
      @Override
      public boolean lost(String method, String path) {
        return (all || fault == Fault.REPLY_LOST)
            && method.equals("POST")
            && path.equals("/v2/applications")
            && lost.compareAndSet(false, true);
      }

      @Override
      public boolean doubled() {
        return all || fault == Fault.DOUBLED;
      }

      @Override
      public int lag() {
        return (all || fault == Fault.LIST_LAGS) && lists.incrementAndGet() <= 6 ? 2 : 0;
      }
    };
  }

  private static void check(
      SandboxPlatform platform, Path folder, String where, List<String> ends) {
    assertThat(ends).as(where).allMatch(end -> end.startsWith("0 ") || end.startsWith("5 "));
    assertThat(ends).as(where).anyMatch(end -> end.startsWith("0 "));
    assertThat(ends.stream().filter(end -> end.equals("0 applied"))).as(where).hasSize(1);
    platform.faults = new FakePlatform.Faults() {};
    Deployment deployment = RaceChild.deployment(platform.account(), folder);
    List<ObjectNode> applications = new ArrayList<>(platform.applications());
    assertThat(applications).as(where).hasSize(1);
    Status status = deployment.status();
    ObjectNode application = applications.get(0);
    assertThat(status.applicationId()).as(where).contains(Survey.id(application));
    assertThat(Survey.fingerprint(application)).as(where).isEqualTo(status.fingerprint());
    assertThat(status.keyHeld()).as(where).isTrue();
    assertThat(status.unfinished()).as(where).isEmpty();
    assertThat(status.busy()).as(where).isFalse();
    assertThat(platform.number().path("app_id").asString())
        .as(where)
        .isEqualTo(Survey.id(application));
    assertThat(deployment.plan().isEmpty()).as(where).isTrue();
  }
}
