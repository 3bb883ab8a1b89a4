package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void saysWhereAnOptionStandsAndHowFarNumbersGo() {
    assertThat(Run.in(folder, "--env", "live", "plan").err())
        .contains("The option --env stands behind its command, not before it.");
    assertThat(Run.in(folder, "rollback", "99999999999999999999").err())
        .contains("'99999999999999999999' is out of range.");
    assertThat(Run.in(folder, "rollback", "one").err()).contains("'one' is not a whole number.");
  }

  @Test
  void explainKnowsASlipFromAnotherId() {
    assertThat(Run.in(folder, "explain", "swb113").out()).contains("SWB113 Nobody answers");
    assertThat(Run.in(folder, "explain", "SWB13").err()).contains("Did you mean SWB");
    assertThat(Run.in(folder, "explain", "SWB183").err()).contains("Did you mean SWB103?");
    Run far = Run.in(folder, "explain", "SWB999");
    assertThat(far.exitCode()).isEqualTo(Outcome.USAGE.exitCode());
    assertThat(far.err()).contains("from SWB001 to SWB504.").doesNotContain("Did you mean");
  }

  @Test
  void manifestMergesAllApps() throws IOException {
    compile(line("Two", "/b"), line("One", "/a"));

    Run run = Run.in(folder, "manifest");

    assertThat(run.exitCode()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(run.out()).startsWith("{\n  \"schemaVersion\": \"1\",\n  \"apps\": [\n    {\n");
    assertThat(run.out().indexOf("acme.One")).isLessThan(run.out().indexOf("acme.Two"));
    Run written = Run.in(folder, "manifest", "--output", "out/switchboard.json");
    assertThat(written.out()).endsWith("out/switchboard.json with 2 apps" + System.lineSeparator());
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
    compile(line("One", "/a"), line("Two", "/b"));

    assertThat(Run.in(folder, "manifest", "--app", "Two").out())
        .contains("acme.Two")
        .doesNotContain("acme.One");
    Run wrong = Run.in(folder, "manifest", "--app", "Twoo");
    assertThat(wrong.exitCode()).isEqualTo(Outcome.USAGE.exitCode());
    assertThat(wrong.err()).contains("There is no app \"Twoo\". Did you mean \"Two\"?");
  }

  @Test
  void validateChecksEveryEnvironment() throws IOException {
    compile(line("One", "/a"));
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
    compile(line("One", "/a"), line("Two", "/a"));
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
    compile(line("One", "/a"));
    Files.writeString(
        folder.resolve("switchboard.yaml"), "environments:\n  local:\n    baseURl: x\n");

    Run run = Run.in(folder, "validate");

    assertThat(run.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(run.err())
        .contains("switchboard.yaml:3:5: unknown key \"baseURl\"", "Did you mean \"baseUrl\"?");
  }

  @Test
  void aFileOfEnvironmentsThatIsNamedMustBeThere() {
    compile(line("One", "/a"));

    Run run = Run.in(folder, "validate", "--config", "no.yaml");

    assertThat(run.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(run.err()).contains("no.yaml does not exist", "--config");
    assertThat(Run.in(folder, "validate").out()).contains("no environment was checked");
  }

  @Test
  void aManifestOfAnEarlierCompileIsStale() throws IOException {
    compile(line("One", "/a"));
    Path manifest = folder.resolve("target/classes/META-INF/switchboard/acme.One.json");
    String earlier = Files.readString(manifest);
    Compiled.withoutProcessor(
        folder.resolve("target/classes"), line("One", "/a").replace("event(", "later("));

    Run absent = Run.in(folder, "validate");
    assertThat(absent.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(absent.err())
        .contains("No manifest found for acme.One", "JDK 23", "annotationProcessorPaths");
    Files.createDirectories(Optional.ofNullable(manifest.getParent()).orElseThrow());
    Files.writeString(manifest, earlier);
    Run stale = Run.in(folder, "validate");
    assertThat(stale.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(stale.err())
        .contains("is stale: acme.One has a webhook method \"later\"", "clean and compile again");
  }

  @Test
  void aManifestOfAnotherMajorVersionIsForOtherTools() throws IOException {
    compile(line("One", "/a"));
    Files.writeString(folder.resolve("switchboard.yaml"), CONFIG);
    Path manifest = folder.resolve("target/classes/META-INF/switchboard/acme.One.json");
    String newer =
        Files.readString(manifest).replace("\"schemaVersion\": \"1\"", "\"schemaVersion\": \"2\"");
    Files.writeString(manifest, newer);

    for (String command : List.of("validate", "manifest", "plan", "apply", "status", "drift")) {
      Run run = Run.in(folder, command);
      assertThat(run.exitCode()).as(command).isEqualTo(Outcome.INVALID.exitCode());
      assertThat(run.err())
          .as(command)
          .contains("acme.One.json", "has schemaVersion 2; this version of Switchboard reads 1.")
          .endsWith("Use the tools of the release that compiled the app." + System.lineSeparator());
    }
    assertThat(manifest).hasContent(newer);
  }

  @Test
  void theCallFlowNeedsNoEnvironment() throws IOException {
    compile(line("One", "/a"));

    assertThat(Run.in(folder, "export", "mermaid").out()).contains("flowchart LR", "GET /a");
    Run picture = Run.in(folder, "export", "flow");
    assertThat(picture.exitCode()).as(picture.err()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(picture.out()).contains("<svg ", "GET /a", "One#answer(AnswerRequest)");
    assertThat(Run.in(folder, "export", "api").exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    // Nor does it mind one that is not ready.
    Files.writeString(
        folder.resolve("switchboard.yaml"), CONFIG.replace("values: { stage: local }, ", ""));
    assertThat(Run.in(folder, "export", "flow").out()).isEqualTo(picture.out());
  }

  @Test
  void completionIsGenerated() {
    Run run = Run.in(folder, "generate-completion");

    assertThat(run.exitCode()).isEqualTo(Outcome.DONE.exitCode());
  }

  private void compile(String... sources) {
    Compiled.into(folder.resolve("target/classes"), sources);
  }

  private static String line(String name, String path) {
    return Compiled.line(name, path, "");
  }
}
