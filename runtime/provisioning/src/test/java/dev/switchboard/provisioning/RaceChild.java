package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One of two processes that apply at once: it reads a folder a line, applies there, and says how that ended. */
final class RaceChild {
  private RaceChild() {}

  public static void main(String... args) throws IOException {
    Account account = Account.of(SandboxPlatform.KEY, args[1]).at(URI.create(args[0]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String folder = in.readLine(); folder != null; folder = in.readLine()) {
      System.out.println(apply(deployment(account, Path.of(folder))));
      System.out.flush();
    }
  }

  static Deployment deployment(Account account, Path folder) {
    return Deployment.of(Fixtures.manifest(
            java.util.List.of("support"), Fixtures.voice("eu-west"), Fixtures.messages()))
        .bindings(Fixtures.bindings("support", KillScenario.NUMBER_DIGITS))
        .environment("race")
        .account(account)
        .state(new FileStateStore(folder.resolve("state.json")))
        .keys(new FileKeyStore(folder.resolve("keys")))
        .settle(Duration.ofSeconds(10))
        // The engine's second between two looks is for a real platform.
        .pause(length -> LockSupport.parkNanos(Duration.ofMillis(20).toNanos()))
        .build();
  }

  /** As a deploy job does: plan, apply, and look again where the world has moved meanwhile. */
  static String apply(Deployment deployment) {
    boolean again = false;
    while (true) {
      try {
        Plan plan = deployment.plan();
        boolean nothing = plan.isEmpty();
        plan.apply();
        return nothing ? "0 nothing left" : again ? "0 resumed" : "0 applied";
      } catch (ProvisioningException e) {
        if (e.failure() != Failure.STALE || again) {
          return e.failure().exitCode() + " " + e.getMessage();
        }
        again = true;
      }
    }
  }
}
