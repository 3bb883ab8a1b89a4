package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What generated code stands on: everything is found where the command line finds it. */
class ProvisionerTest {
  /** Its manifest lies in the test's resources. */
  static final class Line {}

  @TempDir
  Path folder;

  @Test
  void findsAccountStateAndKeysInTheirPlaces() throws IOException {
    try (FakePlatform platform = new FakePlatform()) {
      platform.own("447700900123");
      Map<String, String> variables = new HashMap<>(Map.of(
          "VONAGE_API_KEY", FakePlatform.KEY,
          "VONAGE_API_SECRET", platform.secret,
          "VONAGE_API_HOST", platform.uri().toString(),
          "SWITCHBOARD_STATE", folder.resolve("state").toString(),
          "XDG_CONFIG_HOME", folder.resolve("config").toString()));
      Provisioner provisioner = provisioner("https://pizza.example:8443", variables);

      provisioner.plan().apply();

      assertThat(provisioner.plan().isEmpty()).isTrue();
      assertThat(folder.resolve("state/pizza.example-8443/" + Line.class.getName() + ".json"))
          .exists();
      assertThat(files(
              folder.resolve("config/switchboard/keys/pizza.example-8443/" + Line.class.getName())))
          .hasSize(1);
      assertThat(platform.number("447700900123").has("app_id")).isTrue();
      assertThat(platform.only().path("name").asString()).isEqualTo("Line live");

      variables.put("SWITCHBOARD_ENVIRONMENT", "prod");
      variables.put("SWITCHBOARD_KEYS", folder.resolve("own").toString());
      Provisioner named = provisioner("https://pizza.example", variables);
      assertThat(named.deployment().status().applicationId()).isEmpty();
      named.plan();
      assertThat(named.deployment().keyStatus().store())
          .isEqualTo(folder.resolve("own/prod/" + Line.class.getName()).toString());
      assertThat(named.toString()).doesNotContain("live", platform.secret);
    }
  }

  private static Provisioner provisioner(String baseUrl, Map<String, String> variables) {
    return Provisioner.of(Line.class, URI.create(baseUrl), variables)
        .value("stage", "live")
        .number("line", Msisdn.of("447700900123"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void withoutAManifestItSaysSo() {
    assertThatThrownBy(() -> Provisioner.of(String.class, URI.create("https://a.example"), Map.of())
            .plan())
        .hasMessageContaining("String");
  }
}
