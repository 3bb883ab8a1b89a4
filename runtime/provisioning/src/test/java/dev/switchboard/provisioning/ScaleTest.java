package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A big account costs pages, and nothing for what we do not touch. */
class ScaleTest {
  private static final int APPLICATIONS = 1_000;
  private static final int NUMBERS = 10_000;

  @TempDir
  Path folder;

  @Test
  void aPlanAsksOncePerPageAndOncePerBoundNumber() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      for (int i = 0; i < APPLICATIONS; i++) {
        ObjectNode application = Tree.object();
        application.put("id", "id-" + i).put("name", "Phone tést");
        platform.put(application);
      }
      for (int i = 0; i < NUMBERS; i++) {
        platform.own(Integer.toString(447_000_000 + i));
      }
      FileKeyStore keys = new FileKeyStore(folder.resolve("keys"));
      keys.store(ApplicationKey.generate());
      Deployment deployment = Deployment.of(
              Fixtures.manifest(List.of("a", "b"), Fixtures.voice("")))
          .bindings(Fixtures.bindings("a", "447000001", "b", "447009999"))
          .account(platform.account())
          .state(new FileStateStore(folder.resolve("state.json")))
          .keys(keys)
          .build();
      Instant from = Instant.now();
      assertThat(deployment.plan().changes().stream().filter(Change::ofNumber)).hasSize(2);
      Duration took = Duration.between(from, Instant.now());
      assertThat(platform.requests.stream().filter(r -> r.equals("GET /v2/applications")))
          .hasSize(APPLICATIONS / 100);
      assertThat(platform.requests.stream().filter(r -> r.equals("GET /account/numbers")))
          .hasSize(2);
      assertThat(platform.requests).hasSize(APPLICATIONS / 100 + 2);

      platform.requests.clear();
      assertThat(deployment.numbers()).hasSize(NUMBERS);
      assertThat(platform.requests).hasSize(NUMBERS / 100);
      System.out.println("a plan over " + APPLICATIONS + " applications and " + NUMBERS
          + " numbers: " + took.toMillis() + " ms, " + (APPLICATIONS / 100 + 2) + " requests");
    }
  }
}
