package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.SuiteSecrets;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the guide's pages, run as they stand there, page by page from the top, by bash with the real jar. */
@Timeout(240)
class GuideCommandsIT {
  private static final Path GUIDE = Path.of("../../docs/guide");
  private static final Pattern CONFIGURATION = Pattern.compile(
      "<!-- file switchboard.yaml, run by \\S+ -->\n```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMANDS =
      Pattern.compile("<!-- run by \\S+GuideCommandsIT.java -->\n```sh\n(.*?)```", Pattern.DOTALL);
  private static final String SECRET = SuiteSecrets.fresh();

  @TempDir
  Path project;

  @TempDir
  Path keys;

  @BeforeEach
  void project() throws IOException {
    Compiled.into(
        project.resolve("target/classes"),
        Compiled.line("Line", "/webhooks", "")
            .replace("numbers = \"line\"", "numbers = \"orders\""));
    MatchResult configuration =
        CONFIGURATION.matcher(page("environments.md")).results().findFirst().orElseThrow();
    Files.writeString(project.resolve("switchboard.yaml"), configuration.group(1));
    Path command = Files.createDirectories(project.resolve("bin")).resolve("switchboard");
    Files.writeString(
        command,
        "#!/bin/sh\nexec \"" + Path.of(System.getProperty("java.home"), "bin", "java")
            + "\" -XX:TieredStopAtLevel=1 -jar \"" + System.getProperty("switchboard.jar")
            + "\" \"$@\"\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void environments() throws Exception {
    try (Sandbox sandbox = platform()) {
      List<String> said = run("environments.md", sandbox, "");

      assertThat(said).hasSize(1);
      assertThat(said.get(0))
          .contains("Line local", "Line staging", "https://staging.pizza.example");
    }
  }

  @Test
  void goingLive() throws Exception {
    try (Sandbox sandbox = platform()) {
      List<String> said = run("going-live.md", sandbox, "");

      assertThat(said).hasSize(4);
      assertThat(said.get(0)).contains("wrote plan.json", "ok create application");
      assertThat(said.get(1)).contains("up to date");
      assertThat(said.get(2)).contains("No changes", "No drift");
      assertThat(Files.readString(project.resolve("private.key"))).startsWith("-----BEGIN");
    }
  }

  @Test
  void migrating() throws Exception {
    try (Sandbox sandbox = platform()) {
      SandboxApplication made = sandbox.createApplication("Made by hand", RsaKeys.generate());
      sandbox.setCapabilities(
          made.id(),
          Json.object(
              "voice",
              Json.object(
                  "webhooks",
                  Json.object(
                      "answer_url", Json.object("address", "http://127.0.0.1:8080/old/answer"),
                      "event_url", Json.object("address", "http://127.0.0.1:8080/old/event")))));
      Files.writeString(project.resolve("private.key"), RsaKeys.pem(made.privateKey()));

      List<String> said = run("migrating.md", sandbox, made.id());

      assertThat(said).hasSize(3);
      assertThat(Files.readString(project.resolve("src/main/java/com/acme/Line.java")))
          .contains("class Line", "/old/answer");
      assertThat(Files.readString(project.resolve("vcr.yml"))).contains("capabilities");
    }
  }

  private static Sandbox platform() {
    return Sandbox.start(SandboxSettings.defaults()
        .numbers(List.of("447700900000", "447700900123", "447700900124")));
  }

  /** Runs a page's blocks, and gives what each said. */
  private List<String> run(String page, Sandbox sandbox, String applicationId) throws Exception {
    List<String> said = new java.util.ArrayList<>();
    for (MatchResult block : COMMANDS.matcher(page(page)).results().toList()) {
      ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", block.group(1))
          .directory(project.toFile())
          .redirectErrorStream(true);
      var variables = shell.environment();
      variables.keySet().removeIf(name -> name.startsWith("VONAGE_"));
      variables.put("PATH", project.resolve("bin") + ":" + variables.get("PATH"));
      variables.put("HOME", project.toString());
      variables.put("SWITCHBOARD_KEYS", keys.toString());
      variables.put("SWITCHBOARD_SANDBOX", sandbox.uri().toString());
      variables.put("VONAGE_API_HOST", sandbox.uri().toString());
      variables.put("VONAGE_API_KEY", "sandbox");
      variables.put("VONAGE_API_SECRET", SandboxSettings.defaults().apiSecret());
      variables.put("VONAGE_SIGNATURE_SECRET", SECRET);
      variables.put("APPLICATION_ID", applicationId);
      Process process = shell.start();
      try (var output = process.getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s%n%s", block.group(1), text).isZero();
        SuiteSecrets.say((Object) text);
        said.add(text);
      } finally {
        process.destroyForcibly();
      }
    }
    return said;
  }

  private static String page(String name) throws IOException {
    return Files.readString(GUIDE.resolve(name));
  }
}
