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
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A big account costs one request a page, one for each number that is bound, and nothing for any other number. */
class ScaleTest {
  private static final int PAGE = 100;
  private static final ApplicationKey KEY = ApplicationKey.generate();

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(ints = {100, 300, 1_000})
  void aPlanAsksOncePerPageAndOncePerBoundNumber(int applications) throws IOException {
    int owned = 10 * applications;
    try (FakePlatform platform = new FakePlatform()) {
      for (int i = 0; i < applications; i++) {
        ObjectNode application = Tree.object();
        application.put("id", "id-" + i).put("name", "Phone tést");
        platform.put(application);
      }
      for (int i = 0; i < owned; i++) {
        platform.own(Integer.toString(447_000_000 + i));
      }
      FileKeyStore keys = new FileKeyStore(folder.resolve("keys"));
      keys.store(KEY);
      Deployment deployment = Deployment.of(
              Fixtures.manifest(List.of("a", "b"), Fixtures.voice("")))
          .bindings(Fixtures.bindings("a", "447000001", "b", "447000999"))
          .account(platform.account())
          .state(new FileStateStore(folder.resolve("state.json")))
          .keys(keys)
          .build();

      Instant from = Instant.now();
      Plan first = deployment.plan();
      Duration took = Duration.between(from, Instant.now());
      assertThat(first.changes().stream().filter(Change::ofNumber)).hasSize(2);
      assertThat(asked(platform, "/v2/applications")).isEqualTo(applications / PAGE);
      assertThat(asked(platform, "/account/numbers")).isEqualTo(2);
      int requests = platform.requests.size();
      assertThat(requests).isEqualTo(applications / PAGE + 2);

      first.apply();
      platform.requests.clear();
      from = Instant.now();
      assertThat(deployment.plan().isEmpty()).isTrue();
      Duration again = Duration.between(from, Instant.now());
      // Its id is known by then, however many there are.
      int later = platform.requests.size();
      assertThat(later).isEqualTo(3);

      platform.requests.clear();
      assertThat(deployment.numbers()).hasSize(owned);
      assertThat(platform.requests).hasSize(owned / PAGE);
      System.out.println(String.format(
          Locale.ROOT,
          "%,d applications, %,d numbers: first plan %d requests, %d ms; plan once applied %d requests, %d ms",
          applications,
          owned,
          requests,
          took.toMillis(),
          later,
          again.toMillis()));
    }
  }

  private static long asked(FakePlatform platform, String path) {
    return platform.requests.stream()
        .filter(request -> request.equals("GET " + path))
        .count();
  }
}
