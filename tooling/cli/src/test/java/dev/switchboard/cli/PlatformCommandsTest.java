package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Outcome;
import dev.switchboard.provisioning.SuiteSecrets;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** plan, apply and status against a sandbox: what they print, what they exit with, what they leave behind. */
class PlatformCommandsTest {
  private static final String SECRET = SuiteSecrets.fresh();

  @TempDir
  Path project;

  @TempDir
  Path keys;

  private Sandbox sandbox = Sandbox.start(
      SandboxSettings.defaults().apiKey("k").apiSecret(SECRET).number("447700900001"));
  private final Map<String, String> variables = new LinkedHashMap<>();

  @BeforeEach
  void write() throws IOException {
    variables.put("KEY", "k");
    variables.put("SECRET", SECRET);
    variables.put("SWITCHBOARD_KEYS", keys.toString());
    config("local", "");
    compile("EU_WEST");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void planShowsWhatApplyDoesAndASecondApplyChangesNothing() {
    Run plan = run("plan", "--detailed-exitcode");
    assertThat(plan.err()).isEmpty();
    assertThat(plan.exitCode()).isEqualTo(Outcome.CHANGES.exitCode());
    assertThat(plan.out())
        .contains("acme.Line in local", "+ application with a key made here")
        .containsPattern("\\+ voice\\.answer_url +GET http://localhost:8080/a")
        .containsPattern("\\+ numbers\\.line +447700900001");
    assertThat(run("plan").exitCode()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(run("status").out()).startsWith("not created  acme.Line in local");

    Run apply = run("apply");
    assertThat(apply.err()).isEmpty();
    assertThat(apply.exitCode()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(apply.out()).contains("ok create application \"Line test\"");
    assertThat(run("status").out()).startsWith("up to date  acme.Line in local  application ");

    Run again = run("apply");
    assertThat(again.exitCode()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(again.out()).contains("No changes").doesNotContain("ok ");
    assertThat(run("plan", "--detailed-exitcode").exitCode()).isEqualTo(Outcome.DONE.exitCode());
  }

  @Test
  void aChangeIsShownWithBothValues() throws IOException {
    assertThat(run("apply").exitCode()).isEqualTo(Outcome.DONE.exitCode());
    compile("NA_WEST");

    Run plan = run("plan");

    assertThat(plan.out())
        .containsPattern("~ voice\\.region +eu-west -> na-west")
        .contains("1 to change");
  }

  @Test
  void aValueNeverLooksLikeALineOfOurs() throws IOException {
    config("local", "", "a\\n  Plan: 0 to add\\e[2J");

    assertThat(run("plan").out()).contains("\"Line a\\n  Plan: 0 to add\\u001B[2J\"");
  }

  @Test
  void aPlanGoesIntoAPipe() throws Exception {
    Path pipe = project.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read = new CompletableFuture<>();
    Thread reader = new Thread(() -> {
      try {
        read.complete(Files.readString(pipe));
      } catch (IOException e) {
        read.completeExceptionally(e);
      }
    });
    reader.setDaemon(true);
    reader.start();

    assertThat(run("plan", "--out", "pipe").exitCode()).isEqualTo(Outcome.DONE.exitCode());

    assertThat(read.get(30, TimeUnit.SECONDS)).startsWith("{\"schemaVersion\":\"1\"");
  }

  @Test
  void jsonIsOneDocument() {
    Json plan = Json.parse(run("plan", "--format", "json").out());

    assertThat(plan.text("command")).contains("plan");
    Json app = plan.get("apps").get(0);
    assertThat(app.text("app")).contains("acme.Line");
    assertThat(app.flag("empty")).contains(false);
    assertThat(app.get("changes").items()).isNotEmpty();
    assertThat(Json.parse(run("apply", "--format", "json").out()).text("command"))
        .contains("apply");
    Json status =
        Json.parse(run("status", "--format", "json").out()).get("apps").get(0);
    assertThat(status.text("standing")).contains("up to date");
    assertThat(status.text("applicationId")).isPresent();
  }

  @Test
  void aProtectedEnvironmentAsksForItsName() throws IOException {
    config("live", "protect: true,");

    Run refused = run("apply");

    assertThat(refused.exitCode()).isEqualTo(Outcome.REFUSED.exitCode());
    assertThat(refused.err()).contains("Environment \"live\" is protected", "--confirm live");
    assertNothingWritten();
    assertThat(run("apply", "--confirm", "live").exitCode()).isEqualTo(Outcome.DONE.exitCode());
  }

  @Test
  void wrongCredentialsAreNamedAndNotShown() {
    String notTheRightOne = SuiteSecrets.fresh();
    variables.put("SECRET", notTheRightOne);

    Run wrong = run("apply");

    assertThat(wrong.exitCode()).isEqualTo(Outcome.CREDENTIALS.exitCode());
    assertThat(wrong.out() + wrong.err()).doesNotContain(notTheRightOne, SECRET);
    assertNothingWritten();
    variables.remove("SECRET");
    Run unset = run("plan");
    assertThat(unset.exitCode()).isEqualTo(Outcome.CREDENTIALS.exitCode());
    assertThat(unset.err()).contains("environment variable SECRET, which is not set");
  }

  @Test
  void aPlatformThatDoesNotAnswerHasItsOwnCode() {
    sandbox.close();

    Run away = run("plan");

    assertThat(away.exitCode()).isEqualTo(Outcome.UNREACHABLE.exitCode());
    assertNothingWritten();
  }

  @Test
  void anUnboundValueIsFoundBeforeTheFirstRequest() throws IOException {
    sandbox.close();
    Files.writeString(
        project.resolve("switchboard.yaml"),
        "environments: { a: { baseUrl: 'http://localhost:1', sandbox: true } }");

    Run unbound = run("plan");

    assertThat(unbound.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(unbound.err()).contains("\"stage\"", "\"line\"");
  }

  @Test
  void aKeyOpenToOthersIsRefused() throws IOException {
    assertThat(run("apply").exitCode()).isEqualTo(Outcome.DONE.exitCode());
    Path key;
    try (Stream<Path> files = Files.walk(keys)) {
      key = files.filter(file -> file.toString().endsWith(".pem")).findFirst().orElseThrow();
    }
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    Run open = run("plan");

    assertThat(open.exitCode()).isEqualTo(Outcome.INVALID.exitCode());
    assertThat(open.err()).contains(key.toString(), "chmod 600");
  }

  @Test
  void aTakenPortIsASentence() {
    Run taken = run("sandbox", "--port", Integer.toString(sandbox.uri().getPort()));

    assertThat(taken.exitCode()).isEqualTo(Outcome.FAILURE.exitCode());
    assertThat(taken.err())
        .contains("Port " + sandbox.uri().getPort() + " of 127.0.0.1 is in use", "--port");
    assertThat(run("sandbox", "--number", "12").exitCode()).isEqualTo(Outcome.USAGE.exitCode());
  }

  @Test
  void callAndMessageNeedASandbox() {
    sandbox.close();
    String address = sandbox.uri().toString();

    Run call = run("call", "--sandbox", address, "--to", "447700900001");
    assertThat(call.exitCode()).isEqualTo(Outcome.UNREACHABLE.exitCode());
    assertThat(call.err()).contains("There is no sandbox at " + address, "switchboard sandbox");
    assertThat(run("message", "--sandbox", address, "--to", "447700900001", "hello")
            .exitCode())
        .isEqualTo(Outcome.UNREACHABLE.exitCode());
  }

  @Test
  void callShowsATranscript() {
    assertThat(run("apply").exitCode()).isEqualTo(Outcome.DONE.exitCode());

    Run call =
        run("call", "--sandbox", sandbox.uri().toString(), "--to", "447700900001", "--press", "1");

    assertThat(call.err()).isEmpty();
    assertThat(call.exitCode()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(call.out()).contains("447700900042", "/a", "attempt 2"); // Nobody serves the app.
  }

  private Run run(String... args) {
    return Run.in(project, variables, args);
  }

  private void assertNothingWritten() {
    assertThat(project.resolve(".switchboard")).doesNotExist();
    assertThat(keys).isEmptyDirectory();
  }

  private void config(String environment, String more) throws IOException {
    config(environment, more, "test");
  }

  private void config(String environment, String more, String stage) throws IOException {
    Files.writeString(
        project.resolve("switchboard.yaml"),
        "environments: { " + environment + ": { " + more
            + " baseUrl: 'http://localhost:8080', sandbox: '" + sandbox.uri()
            + "', account: { apiKey: '${KEY}', apiSecret: '${SECRET}' }, values: { stage: \""
            + stage + "\" },"
            + " numbers: { line: '447700900001' } } }");
  }

  private void compile(String region) {
    Compiled.into(
        project.resolve("target/classes"),
        Compiled.line("Line", "/a", "region = Region." + region));
  }
}
