package dev.switchboard.provisioning;

import dev.switchboard.provisioning.files.DurableFiles;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One of two processes that apply at once. Each line it reads is a round: how long a lease lasts in milliseconds, whether
 * it waits while the other one holds the lease, the write at which it stops until it is told to go on, and the folder. It
 * says how the round ended.
 */
final class RaceChild {
  static final String REACHED = "reached";
  private static final Duration SHORT = Duration.ofMillis(20);

  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final Account account;
  private final AtomicInteger passed = new AtomicInteger();
  private KillPoint stop = new KillPoint(KillPoint.Kind.BEFORE_SEND, 0);

  private RaceChild(Account account) {
    this.account = account;
  }

  public static void main(String... args) throws IOException {
    new RaceChild(Account.of(SandboxPlatform.KEY, args[1]).at(URI.create(args[0]))).rounds();
  }

  private void rounds() throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 5);
      stop = new KillPoint(KillPoint.Kind.valueOf(words[2]), Integer.parseInt(words[3]));
      passed.set(0);
      HttpClient http = new WatchedClient((point, method) -> {
        if (!method.equals("GET")) {
          at(point);
        }
      });
      DurableFiles files = new DurableFiles((moment, target) -> at(moment.name()));
      Deployment deployment = builder(account, Path.of(words[4]), files)
          .http(http)
          .lease(Duration.ofMillis(Long.parseLong(words[0])))
          .build();
      System.out.println(apply(deployment, Boolean.parseBoolean(words[1])));
      System.out.flush();
    }
  }

  /** Only who holds the lease writes more than once. */
  private void at(String point) {
    if (!point.equals(stop.kind().name()) || passed.incrementAndGet() != stop.number()) {
      return;
    }
    System.out.println(REACHED);
    System.out.flush();
    try {
      var unused = in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DeploymentBuilder builder(Account account, Path folder, DurableFiles files) {
    return Deployment.of(
            Fixtures.manifest(List.of("support"), Fixtures.voice("eu-west"), Fixtures.messages()))
        .bindings(Fixtures.bindings("support", KillScenario.NUMBER_DIGITS))
        .environment("race")
        .account(account)
        .state(new FileStateStore(folder.resolve("state.json"), files))
        .keys(new FileKeyStore(folder.resolve("keys"), files))
        .settle(Duration.ofSeconds(5))
        // The engine's second between two looks is for a real platform.
        .pause(length -> LockSupport.parkNanos(SHORT.toNanos()));
  }

  /** As a deploy job does: plan, apply, look again where the world has moved meanwhile, and wait if it is to wait. */
  private static String apply(Deployment deployment, boolean patient) {
    boolean waited = false;
    int moved = 0;
    while (true) {
      try {
        Plan plan = deployment.plan();
        boolean nothing = plan.isEmpty();
        plan.apply();
        return nothing ? "0 nothing left" : waited ? "0 resumed" : "0 applied";
      } catch (ProvisioningException e) {
        boolean again = switch (e.failure()) {
          case STALE -> ++moved < 10;
          case BUSY -> patient && !e.problem().contains("lost its lease");
          default -> false;
        };
        if (!again) {
          return e.failure().exitCode() + " " + e.getMessage();
        }
        waited = true;
        LockSupport.parkNanos(SHORT.toNanos());
      }
    }
  }
}
