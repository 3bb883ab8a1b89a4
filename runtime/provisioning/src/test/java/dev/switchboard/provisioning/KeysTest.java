package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about keys, and how one leaves the store. */
class KeysTest {
  @TempDir
  Path folder;

  private Deployment deployment(FakePlatform platform) {
    return Deployment.of(Fixtures.manifest(List.of(), Fixtures.voice("eu-west")))
        .bindings(Fixtures.bindings())
        .account(platform.account())
        .state(new FileStateStore(folder.resolve("state.json")))
        .keys(new FileKeyStore(folder.resolve("keys")))
        .build();
  }

  @Test
  void statusTellsCurrentFromRetiredFromSpare() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      Deployment deployment = deployment(platform);
      assertThat(deployment.keyStatus().inOrder()).isFalse();
      deployment.plan().apply();
      String first = deployment.keyStatus().live().orElseThrow();
      String second = deployment.rotateKey(ProgressListener.NONE);
      ApplicationKey spare = ApplicationKey.generate();
      new FileKeyStore(folder.resolve("keys")).store(spare);

      KeyStatus status = deployment.keyStatus();

      assertThat(status.inOrder()).isTrue();
      assertThat(status.expected()).contains(second);
      assertThat(status.live()).contains(second);
      assertThat(status.held())
          .containsExactlyInAnyOrder(
              new KeyStatus.Key(first, KeyStatus.Use.RETIRED),
              new KeyStatus.Key(second, KeyStatus.Use.CURRENT),
              new KeyStatus.Key(spare.fingerprint(), KeyStatus.Use.SPARE));
    }
  }

  @Test
  void exportMakesOneNewPrivateFile() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      Deployment deployment = deployment(platform);
      Path target = folder.resolve("new/key.pem");
      assertThatThrownBy(() -> deployment.exportKey(target))
          .isInstanceOfSatisfying(
              ProvisioningException.class, e -> assertThat(e.failure()).isEqualTo(Failure.REFUSED));
      deployment.plan().apply();

      deployment.exportKey(target);

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
          .isEqualTo("rw-------");
      assertThat(ApplicationKey.fromPem(Files.readString(target), "the export"))
          .isEqualTo(deployment.currentKey());
      Files.writeString(target, "mine");
      assertThatThrownBy(() -> deployment.exportKey(target))
          .isInstanceOfSatisfying(
              ProvisioningException.class, e -> assertThat(e.failure()).isEqualTo(Failure.REFUSED));
      assertThat(target).hasContent("mine");
      Path file = Files.createFile(folder.resolve("file"));
      assertThatThrownBy(() -> deployment.exportKey(file.resolve("below")))
          .isInstanceOfSatisfying(
              ProvisioningException.class, e -> assertThat(e.failure()).isEqualTo(Failure.FAILED));
    }
  }
}
