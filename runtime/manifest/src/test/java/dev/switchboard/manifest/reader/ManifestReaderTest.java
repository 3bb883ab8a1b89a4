package dev.switchboard.manifest.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.manifest.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {
  @Test
  void readsWhatTheWriterWrites() {
    assertThat(ManifestReader.read(Samples.wholeText())).isEqualTo(Samples.whole());
  }

  @Test
  void leavesAsideWhatItDoesNotKnow() {
    String later = Samples.wholeText()
        .replace(
            "\"schemaVersion\"",
            "\"mood\": {\"a\": [null, 1.5]}, \"nothing\": null, \"schemaVersion\"")
        .replace("{\"kind\": \"callback\"", "{\"colour\": \"blue\", \"kind\": \"callback\"");
    assertThat(ManifestReader.read(later)).isEqualTo(Samples.whole());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"schemaVersion\": \"1\",' | '\"schemaVersion\": \"2\",' | The manifest has schemaVersion 2; this version of Switchboard reads 1.",
        "'\"schemaVersion\": \"1\",' | '' | This is no manifest: it has no schemaVersion.",
        "'\"app\": \"com.acme.Desk$Line\",' | '' | needs a string at /app.",
        "'{\"path\": \"/webhooks/archive\", ' | '{' | needs a string at /application/capabilities/video/webhooks/archive_status/path.",
        "'\"vbc\": {}' | '\"vbc\": 3' | needs an object at /application/capabilities/vbc.",
        "'[\"com.acme.Night\"]' | '[3]' | needs an array of strings at /handlers.",
        "'\"kind\": \"callback\", ' | '' | needs a string at /routes/1/kind.",
        "'\"numbers\": [\"support-line\"]' | '\"numbers\": {}' | needs an array at /numbers.",
      })
  void namesThePlaceAndTheRemedy(String right, String wrong, String message) {
    assertThat(Samples.wholeText()).contains(right);
    assertThatThrownBy(() -> ManifestReader.read(Samples.wholeText().replace(right, wrong)))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | The manifest is empty.",
        "'{' | The manifest is not JSON",
        "'{} {}' | The manifest goes on after its end.",
        "'[]' | needs an object at its root.",
        "'{\"a\":1,\"a\":2}' | The manifest is not JSON",
      })
  void refusesWhatIsNoDocument(String text, String message) {
    assertThatThrownBy(() -> ManifestReader.read(text))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining(message);
  }

  @Test
  void saysWhyAClassHasNoManifest() {
    assertThatThrownBy(() -> ManifestReader.of(String.class))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining(
            "No manifest META-INF/switchboard/java.lang.String.json lies beside java.lang.String.")
        .hasMessageContaining("from JDK 23 on");
  }
}
