package dev.switchboard.provisioning.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.keys.EnvKeyStore;
import dev.switchboard.provisioning.keys.ExecKeyStore;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import dev.switchboard.provisioning.state.GitStateStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
  private static final String APP = "com.acme.pizza.PizzaLine";

  @TempDir
  Path folder;

  private Target target(String settings) {
    Environment environment = Configuration.parse(
            "environments: { live: { baseUrl: \"https://pizza.example\", " + settings + " } }",
            "switchboard.yaml")
        .environment();
    return new Target(environment, Map.of("VONAGE_PRIVATE_KEY", ""), folder, folder);
  }

  @Test
  void keepsFilesUnlessToldOtherwise() {
    Target target = target("protect: false");

    assertThat(target.state(APP)).isInstanceOf(FileStateStore.class);
    assertThat(target.state(APP).describe())
        .endsWith(Path.of(".switchboard", "live", APP + ".json").toString());
    assertThat(target.keys(APP)).isInstanceOf(FileKeyStore.class);
  }

  @Test
  void keepsStateOnTheRemoteThatIsNamed() {
    assertThat(target("state: git").state(APP)).isInstanceOf(GitStateStore.class);
    assertThat(target("state: \"git: upstream\"").state(APP).describe()).contains("upstream");
  }

  @Test
  void takesKeysFromTheVariableThatIsNamed() {
    assertThat(target("keys: env").keys(APP)).isInstanceOf(EnvKeyStore.class);
    assertThat(target("keys: \"env: PIZZA_KEY\"").keys(APP).describe()).contains("PIZZA_KEY");
  }

  @Test
  void asksTheHelperThatIsNamed() {
    KeyStore keys = target("keys: \"exec: key-helper --vault pizza\"").keys(APP);

    assertThat(keys).isInstanceOf(ExecKeyStore.class);
  }

  @Test
  void theSandboxIsWhereTheVariableSaysUnlessTheFileNamesAnother() {
    Map<String, String> set = Map.of("SWITCHBOARD_SANDBOX", "http://127.0.0.1:9");

    assertThat(sandbox("true", set)).isEqualTo("http://127.0.0.1:9");
    assertThat(sandbox("true", Map.of("SWITCHBOARD_SANDBOX", " ")))
        .isEqualTo(Configuration.SANDBOX_ADDRESS);
    assertThat(sandbox("true", Map.of())).isEqualTo(Configuration.SANDBOX_ADDRESS);
    assertThat(sandbox("'http://127.0.0.1:7'", set)).isEqualTo("http://127.0.0.1:7");
  }

  private String sandbox(String setting, Map<String, String> variables) {
    return target("sandbox: " + setting)
        .environment()
        .sandbox(name -> Optional.ofNullable(variables.get(name)))
        .orElseThrow()
        .toString();
  }
}
