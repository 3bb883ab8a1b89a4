package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.SuiteSecrets;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs last: an application with secrets of ours and of others goes through every command in every format, well and
 * badly; then all that this suite said and wrote is searched.
 */
@Order(Integer.MAX_VALUE)
class SuiteSecretsTest {
  private static final String APP = """
      package acme;
      import dev.switchboard.annotations.*;
      import dev.switchboard.webhooks.messages.InboundMessage;
      import dev.switchboard.webhooks.messages.MessageStatus;
      import dev.switchboard.webhooks.video.VideoEvent;
      @SwitchboardApp(name = "Clinic", numbers = "line")
      @MessagesApp
      @VideoApp
      public final class Clinic {
        @InboundUrl
        void message(InboundMessage message) {}
        @StatusUrl
        void receipt(MessageStatus status) {}
        @VideoUrl(value = VideoKind.ARCHIVE_STATUS, secret = "${archive}")
        void archived(VideoEvent event) {}
      }
      """;

  @TempDir
  Path project;

  @TempDir
  Path keys;

  private final String apiSecret = SuiteSecrets.fresh();
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
      .apiSecret(apiSecret)
      .signatureSecret(SuiteSecrets.fresh())
      .number("447700900001")
      .number("447700900002"));
  private final Map<String, String> variables = new HashMap<>();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void noCommandLetsASecretOut() throws IOException {
    variables.put("SWITCHBOARD_KEYS", keys.toString());
    variables.put("SECRET", apiSecret);
    variables.put("SIGNATURE", SuiteSecrets.fresh());
    variables.put("ARCHIVE", SuiteSecrets.fresh());
    Files.writeString(project.resolve("switchboard.yaml"), """
        environments:
          local:
            baseUrl: http://127.0.0.1:1
            sandbox: '%s'
            account: { apiKey: sandbox, apiSecret: '${SECRET}', signatureSecret: '${SIGNATURE}' }
            values: { archive: '${ARCHIVE}' }
            numbers: { line: "447700900001" }
        """.formatted(sandbox.uri()));
    Compiled.into(project.resolve("target/classes"), APP);

    everywhere(0, "apply");
    String id = Json.parse(run("status", "--format", "json").out())
        .get("apps")
        .get(0)
        .required("applicationId");
    // Somebody else's secrets, on a field that is ours and on ones that are not.
    sandbox.setCapabilities(id, Json.parse("""
            {"video": {"webhooks": {
               "archive_status": {"address": "http://127.0.0.1:1/x", "secret": "%s", "active": true},
               "stream_created": {"address": "http://127.0.0.1:1/y", "secret": "%s", "active": true}},
               "storage": {"credential": "%s"}}}
            """.formatted(
            SuiteSecrets.fresh(), SuiteSecrets.fresh(), SuiteSecrets.fresh())));
    everywhere(3, "drift");
    everywhere(0, "plan", "--out", "plan.json");
    everywhere(0, "status");
    everywhere(0, "keys", "status");
    everywhere(0, "adopt", "--id", id, "--as", "acme.Adopted");
    everywhere(0, "numbers", "list");
    everywhere(0, "apply", "plan.json");
    for (String format : List.of("api", "terraform", "vcr", "openapi", "mermaid", "flow")) {
      assertThat(run("export", format).exitCode()).isZero();
    }
    variables.put("ARCHIVE", SuiteSecrets.fresh());
    everywhere(0, "plan");
    everywhere(0, "apply");
    everywhere(10, "verify");
    everywhere(0, "keys", "rotate");
    assertThat(run("keys", "export", "out.pem").exitCode()).isZero();
    everywhere(4, "keys", "export", "out.pem");
    everywhere(0, "rollback", "1");
    everywhere(0, "numbers", "link", "447700900002", "--as", "second");
    everywhere(0, "repair");
    everywhere(4, "destroy", "--name", "Wrong");
    sandbox.faults().add("/v2/applications", Fault.status(500), 0);
    assertThat(run("plan").exitCode()).isEqualTo(9); // Once: it tries for some seconds.
    sandbox.faults().clear();
    variables.put("SECRET", SuiteSecrets.fresh());
    everywhere(8, "apply");
    variables.remove("ARCHIVE");
    everywhere(65, "plan");

    SuiteSearch.findsNothing(Path.of("target/surefire-reports"));
  }

  /** For people and in each format of documents. */
  private void everywhere(int exitCode, String... command) {
    for (String format : List.of("text", "json", "md", "junit")) {
      List<String> args = new ArrayList<>(List.of(command));
      args.addAll(List.of("--format", format));
      Run run = run(args.toArray(String[]::new));
      if (format.equals("text")) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
      }
    }
  }

  private Run run(String... args) {
    return Run.in(project, variables, args);
  }
}
