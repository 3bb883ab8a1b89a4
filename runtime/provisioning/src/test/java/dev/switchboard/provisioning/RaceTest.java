package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two processes apply the same app to the same empty account at the same moment, against the sandbox: with the answer to
 * the creation lost, with the creation doubled by a proxy, with a list that lags, and with all of it. Few rounds by
 * default, more where {@code CI} is set, 100 with {@code -Praces}; {@code -Dswitchboard.races.first=20} begins with a later
 * round.
 */
class RaceTest {
  private static final int ROUNDS = Integer.getInteger("switchboard.races", 8);
  private static final int FIRST = Integer.getInteger("switchboard.races.first", 0);

  private enum Fault {
    NONE,
    REPLY_LOST,
    DOUBLED,
    LIST_LAGS,
    ALL
  }

  /** What becomes of the two. */
  private enum Fate {
    /** Who comes second leaves at once. */
    ONE_LEAVES(60_000, false),
    /** Who comes second waits for its turn. */
    ONE_WAITS(60_000, true),
    /** Who comes first is killed in the middle; the other one waits, takes over and finishes. */
    ONE_IS_KILLED(1_500, true),
    /** Who comes first stands still for longer than its lease, and goes on when the other one has finished. */
    ONE_STALLS(1_500, true);

    final int lease;
    final boolean patient;

    Fate(int lease, boolean patient) {
      this.lease = lease;
      this.patient = patient;
    }

    boolean stops() {
      return this == ONE_IS_KILLED || this == ONE_STALLS;
    }

    KillPoint stop(int turn) {
      List<KillPoint> points = new ArrayList<>(REQUESTS);
      if (this == ONE_IS_KILLED) {
        points.addAll(WRITES);
      }
      return stops()
          ? points.get(turn % points.size())
          : new KillPoint(KillPoint.Kind.BEFORE_SEND, 0);
    }
  }

  /** Where the first one stands still; requests are counted without those that only read. */
  private static final List<KillPoint> REQUESTS = List.of(
      new KillPoint(KillPoint.Kind.BEFORE_SEND, 1),
      new KillPoint(KillPoint.Kind.AFTER_REPLY, 1),
      new KillPoint(KillPoint.Kind.BEFORE_SEND, 2),
      new KillPoint(KillPoint.Kind.AFTER_REPLY, 2));

  /** Where it can be killed beside that; a state is written under the system's lock, which a stopped process would keep. */
  private static final List<KillPoint> WRITES = List.of(
      new KillPoint(KillPoint.Kind.BEFORE_WRITE, 2),
      new KillPoint(KillPoint.Kind.AFTER_RENAME, 3),
      new KillPoint(KillPoint.Kind.BEFORE_RENAME, 4),
      new KillPoint(KillPoint.Kind.AFTER_RENAME, 5),
      new KillPoint(KillPoint.Kind.BEFORE_RENAME, 6),
      new KillPoint(KillPoint.Kind.AFTER_RENAME, 2));

  @TempDir
  Path temp;

  private final BlockingQueue<Racer.Said> heard = new LinkedBlockingQueue<>();

  @Test
  void oneApplicationOneWinner() throws IOException, InterruptedException {
    Map<Fate, Map<String, Integer>> table = new TreeMap<>();
    ChildJvm jvm = new ChildJvm(temp, RaceChild.class);
    List<Racer> racers = new ArrayList<>();
    try (SandboxPlatform platform = new SandboxPlatform()) {
      for (int round = FIRST; round < FIRST + ROUNDS; round++) {
        // Every fate meets every fault within twenty rounds.
        Fault fault = Fault.values()[round % Fault.values().length];
        Fate fate = Fate.values()[round % Fate.values().length];
        KillPoint stop = reachable(fate.stop(round / Fate.values().length), fault);
        racers.removeIf(racer -> !racer.alive());
        while (racers.size() < 2) {
          racers.add(new Racer(jvm, platform, heard));
        }
        Path folder = Files.createDirectories(temp.resolve("round-" + round));
        platform.reset();
        platform.faults = faults(fault);
        List<String> ends = round(racers, fate, stop, folder);
        check(
            platform,
            folder,
            "round " + round + " " + fate + " " + fault + " " + stop + " " + ends,
            fate,
            ends);
        ends.forEach(end ->
            table.computeIfAbsent(fate, f -> new TreeMap<>()).merge(brief(end), 1, Integer::sum));
      }
    } finally {
      racers.forEach(Racer::close);
    }
    StringBuilder text = new StringBuilder(String.format(
        Locale.ROOT,
        "%n%d rounds of two processes applying at once, from round %d",
        ROUNDS,
        FIRST));
    table.forEach(
        (fate, ends) -> text.append(String.format(Locale.ROOT, "%n%-14s %s", fate, ends)));
    System.out.println(text);
    assertThat(table).hasSize(Math.min(ROUNDS, Fate.values().length));
  }

  private static String brief(String end) {
    return !end.startsWith("5 ")
        ? end
        : end.contains("lost its lease") ? "5 lost its lease" : "5 busy";
  }

  /** Lets both go, and the first one that holds the lease meet its fate. */
  private List<String> round(List<Racer> racers, Fate fate, KillPoint stop, Path folder)
      throws IOException, InterruptedException {
    for (Racer racer : racers) {
      racer.tell(
          fate.lease + " " + fate.patient + " " + stop.kind() + " " + stop.number() + " " + folder);
    }
    List<String> ends = new ArrayList<>();
    boolean stopped = false;
    int silences = 0;
    Racer stalled = null;
    while (ends.size() < 2) {
      Racer.Said said = heard.poll(10, TimeUnit.SECONDS);
      if (said == null) {
        assertThat(++silences).as(fate + " " + stop + " " + ends).isLessThan(18);
        if (stalled != null && ends.isEmpty()) {
          // It was stopped while it renewed its lease, with the lock of the state in its hand.
          stalled.nudge();
        }
        continue;
      }
      if (!said.line().equals(RaceChild.REACHED)) {
        ends.add(said.line());
        if (stalled != null && said.racer() != stalled) {
          stalled.wake();
        }
      } else if (stopped) {
        said.racer().tell("");
      } else if (fate == Fate.ONE_IS_KILLED) {
        stopped = true;
        said.racer().kill();
        ends.add("killed");
      } else {
        stopped = true;
        stalled = said.racer();
        stalled.stall();
      }
    }
    assertThat(stopped).as(fate + " " + stop).isEqualTo(fate.stops());
    return ends;
  }

  /** A reply that was lost is none: there is only that of the number. */
  private static KillPoint reachable(KillPoint stop, Fault fault) {
    boolean lost = fault == Fault.REPLY_LOST || fault == Fault.ALL;
    return lost && stop.kind() == KillPoint.Kind.AFTER_REPLY ? new KillPoint(stop.kind(), 1) : stop;
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
      SandboxPlatform platform, Path folder, String where, Fate fate, List<String> ends) {
    assertThat(ends)
        .as(where)
        .allMatch(end -> end.startsWith("0 ") || end.startsWith("5 ") || end.equals("killed"));
    assertThat(ends.stream().filter(end -> end.equals("0 applied") || end.equals("0 resumed")))
        .as(where)
        .hasSize(1);
    if (fate == Fate.ONE_IS_KILLED) {
      assertThat(ends).as(where).contains("killed");
    }
    platform.faults = new FakePlatform.Faults() {};
    Deployment deployment =
        RaceChild.builder(platform.account(), folder, new DurableFiles()).build();
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
