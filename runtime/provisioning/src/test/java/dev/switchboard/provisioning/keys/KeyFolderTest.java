package dev.switchboard.provisioning.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyFolderTest {
  @Test
  void liesBelowTheHomeFolderWhenNoVariableSaysOtherwise() {
    Path usual = Path.of(System.getProperty("user.home"), ".config", "switchboard", "keys");

    assertThat(FileKeyStore.root(Map.of())).isEqualTo(usual);
    assertThat(FileKeyStore.root(Map.of("XDG_CONFIG_HOME", ""))).isEqualTo(usual);
  }

  @Test
  void followsTheVariables() {
    assertThat(FileKeyStore.root(Map.of("SWITCHBOARD_KEYS", "/k", "XDG_CONFIG_HOME", "/x")))
        .isEqualTo(Path.of("/k"));
    assertThat(FileKeyStore.root(Map.of("XDG_CONFIG_HOME", "/x", "APPDATA", "/a")))
        .isEqualTo(Path.of("/x/switchboard/keys"));
    assertThat(FileKeyStore.root(Map.of("APPDATA", "/a")))
        .isEqualTo(Path.of("/a/switchboard/keys"));
  }
}
