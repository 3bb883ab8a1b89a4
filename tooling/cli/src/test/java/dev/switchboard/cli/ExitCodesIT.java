package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Outcome;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.webhooks.Json;
import java.io.BufferedReader;
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

/** What scripts see: each code that a command can end with, of the real jar in a process and an environment of its own. */
@Timeout(180)
class ExitCodesIT {
  private static final String SECRET = "sandbox-secret";

  @TempDir
  Path project;

  @TempDir
  Path keys;

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().number("447700900001"));

  @BeforeEach
  void write() throws IOException {
    Compiled.into(project.resolve("target/classes"), Compiled.line("Line", "/a", ""));
    config("sandbox: '" + sandbox.uri() + "'");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void doneIs0AndChangesAre2() throws Exception {
    assertEnds(Outcome.CHANGES, "Plan: create the application", "plan", "--detailed-exitcode");
    assertEnds(Outcome.DONE, "Plan: create the application", "plan");
    assertEnds(Outcome.DONE, "ok create application", "apply");
    assertEnds(Outcome.DONE, "No changes", "plan", "--detailed-exitcode");
  }

  @Test
  void failureIs1() throws Exception {
    String port = Integer.toString(sandbox.uri().getPort());
    assertEnds(Outcome.FAILURE, "is in use", "sandbox", "--port", port);
  }

  @Test
  void driftIs3AndVerificationFailedIs10() throws Exception {
    assertEnds(Outcome.DONE, "ok create application", "apply");
    assertEnds(Outcome.DONE, "No drift", "drift");
    String status = assertEnds(Outcome.DONE, "up to date", "status");
    String id = status.replaceFirst("(?s).*  application ([0-9a-f-]{36}).*", "$1");
    sandbox.setCapabilities(id, Json.object());
    assertEnds(Outcome.DRIFT, "not as last applied", "drift");
    assertEnds(Outcome.VERIFICATION, "do not answer as the platform wants", "verify");
  }

  @Test
  void refusedIs4() throws Exception {
    config("protect: true, sandbox: '" + sandbox.uri() + "'");
    assertEnds(Outcome.REFUSED, "is protected", "apply");
  }

  @Test
  void busyIs5() throws Exception {
    sandbox.faults().add("/v2/applications", Fault.hang(), 1);
    Process first = process("apply");
    try (BufferedReader out = first.inputReader(StandardCharsets.UTF_8)) {
      String line = "";
      while (line != null && !line.contains("ok make a key")) {
        line = out.readLine();
      }
      assertThat(line).as("the first run has begun").isNotNull();
      assertEnds(Outcome.BUSY, "error:", "apply");
    } finally {
      first.destroyForcibly();
    }
  }

  @Test
  void aStalePlanIs6() throws Exception {
    assertEnds(Outcome.DONE, "wrote plan.json", "plan", "--out", "plan.json");
    assertEnds(Outcome.DONE, "ok create application", "apply", "plan.json");
    assertEnds(Outcome.STALE, "out of date", "apply", "plan.json");
    assertThat(project.resolve("plan.json")).content().doesNotContain(SECRET);
  }

  @Test
  void partialIs7AndTheNextRunFinishes() throws Exception {
    sandbox.faults().add("/number/update", Fault.status(403), 0);
    assertEnds(Outcome.PARTIAL, "Run apply again", "apply");
    sandbox.faults().clear();
    assertEnds(Outcome.DONE, "447700900001", "apply");
    assertEnds(Outcome.DONE, "up to date", "status");
  }

  @Test
  void credentialsAre8() throws Exception {
    config("account: { apiKey: '${NO_SUCH_KEY}', apiSecret: '${NO_SUCH_SECRET}' }");
    assertEnds(Outcome.CREDENTIALS, "NO_SUCH_KEY, which is not set", "plan");
    config("");
    assertEnds(Outcome.CREDENTIALS, "Set VONAGE_API_KEY and VONAGE_API_SECRET", "plan");
  }

  @Test
  void unreachableIs9() throws Exception {
    sandbox.close();
    assertEnds(
        Outcome.UNREACHABLE,
        "Start the sandbox: switchboard sandbox --port " + sandbox.uri().getPort(),
        "plan");
  }

  @Test
  void usageIs64() throws Exception {
    assertEnds(Outcome.USAGE, "Did you mean plan?", "paln");
  }

  @Test
  void invalidIs65() throws Exception {
    config("sandbx: true");
    assertEnds(Outcome.INVALID, "Did you mean \"sandbox\"?", "plan");
  }

  private void config(String more) throws IOException {
    Files.writeString(
        project.resolve("switchboard.yaml"),
        "environments: { local: { baseUrl: 'http://127.0.0.1:1', values: { stage: test },"
            + " numbers: { line: '447700900001' }" + (more.isEmpty() ? "" : ", " + more) + " } }");
  }

  private Process process(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-jar",
        System.getProperty("switchboard.jar")));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("VONAGE_"));
    builder.environment().put("SWITCHBOARD_KEYS", keys.toString());
    builder.environment().put("HOME", project.toString());
    return builder.start();
  }

  private String assertEnds(Outcome outcome, String said, String... args)
      throws IOException, InterruptedException {
    Process process = process(args);
    try (var output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(text).contains(said).doesNotContain("\u001b[", SECRET);
      assertThat(process.exitValue()).describedAs(text).isEqualTo(outcome.exitCode());
      return text;
    } finally {
      process.destroyForcibly();
    }
  }
}
