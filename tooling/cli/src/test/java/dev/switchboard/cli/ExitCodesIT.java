package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Outcome;
import dev.switchboard.provisioning.SuiteSecrets;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What scripts see: each code that a command can end with, of the real jar in a process and an environment of its own. */
@Timeout(180)
class ExitCodesIT {
  private static final String SECRET = SuiteSecrets.fresh();
  private static final String WRONG = SuiteSecrets.fresh();

  @TempDir
  Path project;

  @TempDir
  Path keys;

  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.defaults().apiSecret(SECRET).number("447700900001"));

  @BeforeEach
  void write() throws IOException {
    Compiled.into(project.resolve("target/classes"), Compiled.line("Line", "/a", ""));
    config(inSandbox("SECRET"));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void endsWith(Outcome outcome) throws Exception {
    scenario(outcome).play();
  }

  /** Without a default: no code can be added without a process that ends with it. */
  private Scenario scenario(Outcome outcome) {
    return switch (outcome) {
      case DONE -> this::done;
      case FAILURE -> this::failure;
      case CHANGES -> this::changes;
      case DRIFT -> this::drift;
      case REFUSED -> this::refused;
      case BUSY -> this::busy;
      case STALE -> this::stale;
      case PARTIAL -> this::partial;
      case CREDENTIALS -> this::credentials;
      case UNREACHABLE -> this::unreachable;
      case VERIFICATION -> this::verification;
      case USAGE -> this::usage;
      case INVALID -> this::invalid;
    };
  }

  private interface Scenario {
    void play() throws Exception;
  }

  private void done() throws Exception {
    assertEnds(Outcome.DONE, "Plan: create the application", "plan");
    assertEnds(Outcome.DONE, "ok create application", "apply");
    assertEnds(Outcome.DONE, "No changes", "plan", "--detailed-exitcode");
  }

  private void failure() throws Exception {
    String port = Integer.toString(sandbox.uri().getPort());
    assertEnds(Outcome.FAILURE, "is in use", "sandbox", "--port", port);
  }

  private void changes() throws Exception {
    assertEnds(Outcome.CHANGES, "Plan: create the application", "plan", "--detailed-exitcode");
  }

  private void drift() throws Exception {
    assertEnds(Outcome.DONE, "ok create application", "apply");
    assertEnds(Outcome.DONE, "No drift", "drift");
    String status = assertEnds(Outcome.DONE, "up to date", "status");
    String id = status.replaceFirst("(?s).*  application ([0-9a-f-]{36}).*", "$1");
    sandbox.setCapabilities(id, Json.object());
    assertEnds(Outcome.DRIFT, "not as last applied", "drift");
  }

  private void refused() throws Exception {
    config("protect: true, " + inSandbox("SECRET"));
    assertEnds(Outcome.REFUSED, "is protected", "apply");
  }

  private void busy() throws Exception {
    sandbox.faults().add("/number/update", Fault.hang(), 1);
    Process first = process("apply");
    try (BufferedReader out = first.inputReader(StandardCharsets.UTF_8)) {
      String line = "";
      while (line != null && !line.contains("ok create application")) {
        line = out.readLine();
      }
      assertThat(line).as("the first run has begun").isNotNull();
      assertEnds(Outcome.BUSY, "error:", "apply");
    } finally {
      first.destroyForcibly();
    }
  }

  private void stale() throws Exception {
    assertEnds(Outcome.DONE, "wrote plan.json", "plan", "--out", "plan.json");
    assertEnds(Outcome.DONE, "ok create application", "apply", "plan.json");
    assertEnds(Outcome.STALE, "out of date", "apply", "plan.json");
    assertThat(project.resolve("plan.json")).content().doesNotContain(SECRET);
  }

  private void partial() throws Exception {
    sandbox.faults().add("/number/update", Fault.status(403), 0);
    assertEnds(Outcome.PARTIAL, "Run apply again", "apply");
    sandbox.faults().clear();
    assertEnds(Outcome.DONE, "447700900001", "apply");
    assertEnds(Outcome.DONE, "up to date", "status");
  }

  private void credentials() throws Exception {
    config("account: { apiKey: '${NO_SUCH_KEY}', apiSecret: '${NO_SUCH_SECRET}' }");
    assertEnds(Outcome.CREDENTIALS, "NO_SUCH_KEY, which is not set", "plan");
    config("");
    assertEnds(Outcome.CREDENTIALS, "Set VONAGE_API_KEY and VONAGE_API_SECRET", "plan");
    config(inSandbox("WRONG"));
    assertEnds(Outcome.CREDENTIALS, "does not accept the API key sandbox", "plan");
    assertEnds(Outcome.CREDENTIALS, "does not accept the API key sandbox", "apply");
    assertThat(keys).isEmptyDirectory();
    assertThat(project.resolve(".switchboard")).doesNotExist();
  }

  private void unreachable() throws Exception {
    sandbox.close();
    assertEnds(
        Outcome.UNREACHABLE,
        "Start the sandbox: switchboard sandbox --port " + sandbox.uri().getPort(),
        "plan");
  }

  private void verification() throws Exception {
    assertEnds(Outcome.DONE, "ok create application", "apply");
    assertEnds(Outcome.VERIFICATION, "do not answer as the platform wants", "verify");
  }

  private void usage() throws Exception {
    assertEnds(Outcome.USAGE, "Did you mean plan?", "paln");
  }

  private void invalid() throws Exception {
    config("sandbx: true");
    assertEnds(Outcome.INVALID, "Did you mean \"sandbox\"?", "plan");
  }

  private String inSandbox(String secret) {
    return "sandbox: '" + sandbox.uri() + "', account: { apiKey: sandbox, apiSecret: '${" + secret
        + "}' }";
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
    builder.environment().put("SECRET", SECRET);
    builder.environment().put("WRONG", WRONG);
    return builder.start();
  }

  private String assertEnds(Outcome outcome, String said, String... args)
      throws IOException, InterruptedException {
    Process process = process(args);
    try (var output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(text).contains(said).doesNotContain("\u001b[", SECRET, WRONG);
      SuiteSecrets.say((Object) text);
      assertThat(process.exitValue()).describedAs(text).isEqualTo(outcome.exitCode());
      return text;
    } finally {
      process.destroyForcibly();
    }
  }
}
