package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Outcome;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What scripts see: each code that a command can end with, of a real process in an environment of its own. */
@Timeout(120)
class ExitCodesTest {
  @TempDir
  Path project;

  @TempDir
  Path keys;

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults());

  @BeforeEach
  void write() throws IOException {
    Compiled.into(
        project.resolve("target/classes"),
        "package acme; @dev.switchboard.annotations.VbcApp(name = \"Line\") public final class Line {}");
    config("sandbox: '" + sandbox.uri() + "'");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void doneAndChanges() throws IOException, InterruptedException {
    assertEnds(Outcome.CHANGES, "Plan: create the application", "plan", "--detailed-exitcode");
    assertEnds(Outcome.DONE, "ok create application", "apply");
    assertEnds(Outcome.DONE, "No changes", "plan", "--detailed-exitcode");
  }

  @Test
  void failure() throws IOException, InterruptedException {
    assertEnds(
        Outcome.FAILURE,
        "is in use",
        "sandbox",
        "--port",
        Integer.toString(sandbox.uri().getPort()));
  }

  @Test
  void refused() throws IOException, InterruptedException {
    config("protect: true, sandbox: '" + sandbox.uri() + "'");
    assertEnds(Outcome.REFUSED, "is protected", "apply");
  }

  @Test
  void credentials() throws IOException, InterruptedException {
    config("account: { apiKey: '${NO_SUCH_KEY}', apiSecret: '${NO_SUCH_SECRET}' }");
    assertEnds(Outcome.CREDENTIALS, "NO_SUCH_KEY, which is not set", "plan");
  }

  @Test
  void unreachable() throws IOException, InterruptedException {
    sandbox.close();
    assertEnds(
        Outcome.UNREACHABLE,
        "There is no sandbox at",
        "message",
        "--sandbox",
        sandbox.uri().toString(),
        "--to",
        "447700900001",
        "x");
  }

  @Test
  void usage() throws IOException, InterruptedException {
    assertEnds(Outcome.USAGE, "Did you mean plan?", "paln");
  }

  @Test
  void invalid() throws IOException, InterruptedException {
    config("sandbx: true");
    assertEnds(Outcome.INVALID, "Did you mean \"sandbox\"?", "plan");
  }

  private void config(String more) throws IOException {
    Files.writeString(
        project.resolve("switchboard.yaml"),
        "environments: { local: { baseUrl: 'http://localhost:8080', " + more + " } }");
  }

  private void assertEnds(Outcome outcome, String said, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().put("SWITCHBOARD_KEYS", keys.toString());
    Process process = builder.start();
    try (var output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(text).contains(said).doesNotContain("\u001b[");
      assertThat(process.exitValue()).describedAs(text).isEqualTo(outcome.exitCode());
    } finally {
      process.destroyForcibly();
    }
  }
}
