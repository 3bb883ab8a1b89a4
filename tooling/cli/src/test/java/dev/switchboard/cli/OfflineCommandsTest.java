package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Outcome;
import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.ManifestWriter;
import dev.switchboard.manifest.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that talk to nobody. */
class OfflineCommandsTest {
  private static final String CONFIG = """
      environments:
        local: { baseUrl: http://localhost:8080, values: { stage: local }, numbers: { line: 447700900001 } }
        live:
          baseUrl: https://pizza.example
      """;

  @TempDir
  Path folder;

  @Test
  void withoutACommandItShowsWhatThereIs() {
    Run run = Run.in(folder);

    assertThat(run.exitCode()).isEqualTo(Outcome.USAGE.exitCode());
    assertThat(Run.in(folder, "--help").out()).contains("manifest", "validate", "explain");
    assertThat(Run.in(folder, "--version").exitCode()).isEqualTo(Outcome.DONE.exitCode());
  }

  @Test
  void suggestsTheCommandOrOptionThatWasMeant() {
    assertThat(Run.in(folder, "validat").err()).contains("Did you mean validate?");
    Run run = Run.in(folder, "manifest", "--clases", "x");
    assertThat(run.exitCode()).isEqualTo(Outcome.USAGE.exitCode());
    assertThat(run.err()).contains("Did you mean --classes?");
  }

  @Test
  void manifestMergesAllApps() throws IOException {
    manifest("acme.Two", "/b");
    manifest("acme.One", "/a");

    Run run = Run.in(folder, "manifest");

    assertThat(run.exitCode()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(run.out()).startsWith("{\n  \"schemaVersion\": \"1\",\n  \"apps\": [\n    {\n");
    assertThat(run.out().indexOf("acme.One")).isLessThan(run.out().indexOf("acme.Two"));
    Run written = Run.in(folder, "manifest", "--output", "out/switchboard.json");
    assertThat(written.out())
        .isEqualTo("wrote out/switchboard.json with 2 apps" + System.lineSeparator());
    assertThat(folder.resolve("out/switchboard.json")).hasContent(run.out());
    assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**.draft");
  }

  @Test
  void noClassesAndNoManifestSayWhatToDo() throws IOException {
    Run nothing = Run.in(folder, "manifest");
    assertThat(nothing.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(nothing.err()).contains("No compiled classes found", "--classes");

    Files.createDirectories(folder.resolve("target/classes"));
    Run empty = Run.in(folder, "manifest");
    assertThat(empty.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(empty.err()).contains("No manifest found in ", "JDK 23", "annotationProcessorPaths");
    assertThat(folder.resolve("switchboard.json")).doesNotExist();
  }

  @Test
  void anAppIsFoundByItsSimpleName() throws IOException {
    manifest("acme.One", "/a");
    manifest("acme.Two", "/b");

    assertThat(Run.in(folder, "manifest", "--app", "Two").out())
        .contains("acme.Two")
        .doesNotContain("acme.One");
    Run wrong = Run.in(folder, "manifest", "--app", "Twoo");
    assertThat(wrong.exitCode()).isEqualTo(Outcome.USAGE.exitCode());
    assertThat(wrong.err()).contains("There is no app \"Twoo\". Did you mean \"Two\"?");
  }

  @Test
  void validateChecksEveryEnvironment() throws IOException {
    manifest("acme.One", "/a");
    Files.writeString(folder.resolve("switchboard.yaml"), CONFIG);

    Run run = Run.in(folder, "validate");

    assertThat(run.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(run.out()).contains("ok  acme.One", "ok  environment local");
    assertThat(run.err())
        .contains(
            "switchboard.yaml:3:3: environment \"live\" binds no value to \"stage\"",
            "binds no number to \"line\"");
    Run local = Run.in(folder, "validate", "--env", "local");
    assertThat(local.exitCode()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(local.err()).isEmpty();
  }

  @Test
  void twoAppsOnOnePathOfOneBaseUrlClash() throws IOException {
    manifest("acme.One", "/a");
    manifest("acme.Two", "/a");
    Files.writeString(folder.resolve("switchboard.yaml"), CONFIG);

    Run run = Run.in(folder, "validate", "--env", "local");

    assertThat(run.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(run.err())
        .contains("gives acme.One and acme.Two the same base URL, and both serve /a");
    Files.writeString(
        folder.resolve("switchboard.yaml"),
        CONFIG.replace(
            "900001 }", "900001 }, apps: { acme.Two: { baseUrl: http://localhost:8081 } }"));
    assertThat(Run.in(folder, "validate", "--env", "local").exitCode())
        .isEqualTo(Outcome.DONE.exitCode());
  }

  @Test
  void anUnknownKeyIsShownWithItsPlace() throws IOException {
    manifest("acme.One", "/a");
    Files.writeString(
        folder.resolve("switchboard.yaml"), "environments:\n  local:\n    baseURl: x\n");

    Run run = Run.in(folder, "validate");

    assertThat(run.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(run.err())
        .contains("switchboard.yaml:3:5: unknown key \"baseURl\"", "Did you mean \"baseUrl\"?");
  }

  @Test
  void completionIsGenerated() {
    Run run = Run.in(folder, "generate-completion");

    assertThat(run.exitCode()).isEqualTo(Outcome.DONE.exitCode());
  }

  private void manifest(String app, String path) throws IOException {
    Manifest manifest = new Manifest(
        app,
        new Application("Line ${stage}", List.of(), Map.of()),
        List.of(new Route(
            Optional.of("voice"),
            "answer_url",
            "GET",
            path,
            List.of(app + "#answer(AnswerRequest)"))),
        List.of(),
        List.of("stage"),
        List.of("line"));
    Path file = folder.resolve("target/classes").resolve(manifest.resourceName());
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
    Files.writeString(file, ManifestWriter.write(manifest));
  }
}
