package dev.switchboard.provisioning.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.provisioning.ProvisioningException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateStoresTest {
  @TempDir
  Path folder;

  private GitStateStore git(String name) throws IOException, InterruptedException {
    Path remote = folder.resolve("remote.git");
    Path clone = folder.resolve(name);
    if (!remote.toFile().exists()) {
      run("git", "init", "--quiet", "--bare", remote.toString());
    }
    run("git", "init", "--quiet", clone.toString());
    run("git", "-C", clone.toString(), "remote", "add", "origin", remote.toString());
    return new GitStateStore(clone, "origin", "test/com.acme.Phone");
  }

  private static void run(String... line) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(line).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void bothSwapOnlyWhatWasRead() throws IOException, InterruptedException {
    for (StateStore store :
        List.of(new FileStateStore(folder.resolve("a/state.json")), git("one"))) {
      assertThat(store.read()).as(store.describe()).isEmpty();
      StateStore.Stored first = store.replace(null, "{\"n\":\"é1\"}").orElseThrow();
      assertThat(store.read()).contains(first);
      assertThat(store.replace(null, "{}")).isEmpty();
      StateStore.Stored second =
          store.replace(first.revision(), "{\"n\":\"2\"}").orElseThrow();
      assertThat(store.replace(first.revision(), "{\"n\":\"3\"}")).isEmpty();
      assertThat(store.read()).contains(second);
    }
  }

  @Test
  void anotherCloneSeesTheSameState() throws IOException, InterruptedException {
    GitStateStore one = git("one");
    GitStateStore two = git("two");
    StateStore.Stored stored = one.replace(null, "{}").orElseThrow();
    assertThat(two.read()).contains(stored);
    assertThat(two.replace(null, "{\"late\":true}")).isEmpty();
    assertThat(two.replace(stored.revision(), "{\"n\":1}")).isPresent();
    assertThat(one.replace(stored.revision(), "{\"n\":2}")).isEmpty();
  }

  @Test
  void ofManyAtOnceOneWins() throws Exception {
    FileStateStore store = new FileStateStore(folder.resolve("state.json"));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Optional<StateStore.Stored> at = store.replace(null, "{}");
      for (int round = 0; round < 20; round++) {
        String expected = at.orElseThrow().revision();
        List<Callable<Optional<StateStore.Stored>>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          String document = "{\"round\":" + round + ",\"by\":" + i + "}";
          tries.add(() -> store.replace(expected, document));
        }
        long won = 0;
        for (var done : threads.invokeAll(tries)) {
          won += done.get().isPresent() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
        at = store.read();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aRemoteThatIsAwayIsSaidSo() throws IOException, InterruptedException {
    run("git", "init", "--quiet", folder.resolve("alone").toString());
    GitStateStore store = new GitStateStore(folder.resolve("alone"), "origin", "test/app");
    assertThatThrownBy(store::read)
        .isInstanceOf(ProvisioningException.class)
        .hasMessageContaining("git fetch");
    assertThatThrownBy(() -> new GitStateStore(folder, "origin", "../x"))
        .isInstanceOf(ProvisioningException.class);
  }
}
