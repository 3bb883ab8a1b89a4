package dev.switchboard.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.switchboard.manifest.reader.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestWriterTest {
  @Test
  void writesEverythingInItsLayout() {
    assertThat(ManifestWriter.write(Samples.whole())).isEqualTo(Samples.wholeText());
  }

  @Test
  void writesAnAppWithoutAnything() {
    assertThat(ManifestWriter.write(Samples.empty())).isEqualTo("""
        {
          "$schema": "urn:switchboard:manifest:1",
          "schemaVersion": "1",
          "app": "Line",
          "application": {
            "name": "Line",
            "capabilities": {}
          },
          "routes": [],
          "handlers": [],
          "values": [],
          "numbers": []
        }
        """);
  }

  @Test
  void writesTheSameBytesUnderAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(ManifestWriter.write(Samples.whole())).isEqualTo(Samples.wholeText());
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'say \"hi\"', 'say \\\"hi\\\"'",
        "'back\\slash', 'back\\\\slash'",
        "'tab\there', 'tab\\there'",
        "'\u0001', '\\u0001'",
        "'\u2028', '\\u2028'",
        "'\ud800', '\\ud800'",
        "'\udc00x', '\\udc00x'",
        "'Zoë \ud83c\udf55', 'Zoë \ud83c\udf55'",
      })
  void escapesWhatJsonAndUtf8Need(String name, String written) {
    Manifest manifest = new Manifest(
        "A",
        new Application(name, List.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());

    String text = ManifestWriter.write(manifest);

    assertThat(text).contains("\"name\": \"" + written + "\"");
    assertThat(ManifestReader.read(
            new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)))
        .isEqualTo(manifest);
  }

  @Test
  void keepsToItsSchema() throws IOException {
    assertThat(problems(ManifestWriter.write(Samples.whole()))).isEmpty();
    assertThat(problems(ManifestWriter.write(Samples.empty()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"socket_timeout\": 3000', '\"socket_timeout\": 10001'",
    "'\"region\": \"eu-west\"', '\"region\": \"mars\"'",
    "'\"vbc\": {}', '\"vbc\": {\"on\": true}'",
    "'\"path\": \"/webhooks/event\"', '\"path\": \"webhooks/event\"'",
    "'\"schemaVersion\": \"1\"', '\"schemaVersion\": \"2\"'",
    "'\"method\": \"GET\"', '\"method\": \"PUT\"'",
  })
  void theSchemaRefusesWhatThePlatformWould(String right, String wrong) throws IOException {
    assertThat(Samples.wholeText()).contains(right);
    assertThat(problems(Samples.wholeText().replace(right, wrong))).isNotEmpty();
  }

  @Test
  void refusesValuesThatJsonHasNoFormFor() {
    assertThatThrownBy(() -> new Webhook("answer_url", "/a", Map.of("x", new Object())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x holds a java.lang.Object");
  }

  @Test
  void recordsDoNotShareTheirCallersCollections() {
    List<String> numbers = new ArrayList<>(List.of("a"));
    Manifest manifest = new Manifest(
        "A", new Application("A", List.of(), Map.of()), List.of(), List.of(), List.of(), numbers);
    numbers.add("b");
    assertThat(manifest.numbers()).containsExactly("a");
  }

  private static List<String> problems(String json) throws IOException {
    try (InputStream in =
        Manifest.class.getResourceAsStream("/META-INF/switchboard/manifest.schema.json")) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON).stream()
          .map(Object::toString)
          .toList();
    }
  }
}
