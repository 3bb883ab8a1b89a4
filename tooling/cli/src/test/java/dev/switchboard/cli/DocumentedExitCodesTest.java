package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Report;
import dev.switchboard.provisioning.Failure;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Page, help, schema and engine name the same codes; {@link ExitCodesIT} has a process for each. */
class DocumentedExitCodesTest {
  @TempDir
  Path folder;

  @Test
  void thePageHasEachCodeWithItsWord() throws IOException {
    Matcher rows = Pattern.compile("(?m)^\\| (\\d+) \\| (\\w+) \\|")
        .matcher(Files.readString(Path.of("../../docs/deploying.md")));
    Map<Integer, String> documented = new LinkedHashMap<>();
    while (rows.find()) {
      documented.put(Integer.valueOf(rows.group(1)), rows.group(2));
    }
    assertThat(documented).isEqualTo(codes());
  }

  @Test
  void theHelpHasEachCode() {
    String help = Run.in(folder, "--help").out();
    Matcher codes =
        Pattern.compile("\\b(\\d+)\\s+[a-z]").matcher(help.substring(help.indexOf("Exit codes:")));
    assertThat(codes.results().map(found -> Integer.valueOf(found.group(1))))
        .containsExactlyElementsOf(codes().keySet());
  }

  @Test
  void theSchemaHasEachCodeAndWord() throws IOException {
    Json properties;
    try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream(Report.SCHEMA))) {
      properties =
          Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).get("properties");
    }
    assertThat(properties.get("outcome").get("enum").items().stream()
            .map(word -> word.text().orElseThrow()))
        .containsExactlyElementsOf(codes().values());
    assertThat(properties.get("exitCode").get("enum").items().stream()
            .map(code -> (int) code.integer().orElseThrow().longValue()))
        .containsExactlyElementsOf(codes().keySet());
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void aFailureOfTheEngineKeepsItsCode(Failure failure) {
    assertThat(Outcome.of(failure).exitCode()).isEqualTo(failure.exitCode());
  }

  private static Map<Integer, String> codes() {
    return Stream.of(Outcome.values())
        .collect(Collectors.toMap(
            Outcome::exitCode, Outcome::word, (one, other) -> one, LinkedHashMap::new));
  }
}
