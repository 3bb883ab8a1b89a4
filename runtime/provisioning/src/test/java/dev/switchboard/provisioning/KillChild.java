package dev.switchboard.provisioning;

import dev.switchboard.provisioning.files.DurableFiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The process that is killed: it stops at one numbered point, says so, and waits for its end. */
final class KillChild {
  static final String REACHED = "reached";

  private final KillPoint wanted;
  private final AtomicInteger passed = new AtomicInteger();

  private KillChild(KillPoint wanted) {
    this.wanted = wanted;
  }

  /** Takes the platform, the secret, the folder, the scenario, the kind and the number of the point, and which run it is. */
  public static void main(String... args) {
    KillChild child =
        new KillChild(new KillPoint(KillPoint.Kind.valueOf(args[4]), Integer.parseInt(args[5])));
    int run = Integer.parseInt(args[6]);
    Account account = Account.of(SandboxPlatform.KEY, args[1]).at(URI.create(args[0]));
    KillScenario scenario = KillScenario.valueOf(args[3]);
    DurableFiles files = new DurableFiles((moment, target) -> child.at(moment.name()));
    scenario.run(scenario.deployment(
        account,
        Path.of(args[2]),
        new WatchedClient((point, method) -> child.at(point)),
        files,
        clock(run),
        run));
  }

  /** Each run begins after the lease of the one before it has run out. */
  static Clock clock(int run) {
    return Clock.offset(
        Clock.systemUTC(), KillScenario.LEASE.plus(Duration.ofMinutes(1)).multipliedBy(run));
  }

  private void at(String point) {
    if (point.equals(wanted.kind().name()) && passed.incrementAndGet() == wanted.number()) {
      System.out.println(REACHED);
      System.out.flush();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
