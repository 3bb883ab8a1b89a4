package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An application of the platform (played by a sandbox that the run does not know) is led to a person's machine and back. */
@Timeout(180)
class LiveDevIT {
  private static final String OLD = "https://line.example/a";

  @TempDir
  Path temporary;

  private Path project = Path.of("");

  @BeforeEach
  void make() throws IOException {
    project = Files.createDirectories(temporary.resolve("project"));
  }

  @Test
  void whatALiveRunChangedIsBroughtBackAtItsEndOrByTheNextOne() throws Exception {
    try (Sandbox platform = Sandbox.start(SandboxSettings.defaults())) {
      apply(platform);
      int port = AppProcess.freePort();
      String tunnel = "http://127.0.0.1:" + port;

      try (DevProcess dev = live(tunnel, port)) {
        assertThat(dev.after("live in mine: ")).contains(tunnel);
        dev.after("    ~ voice.answer_url");
        assertThat(dev.after("serving acme.Line on ")).contains("live in mine");
        assertThat(answerUrl(platform)).isEqualTo(tunnel + "/a");
        String number = platform.settings().numbers().get(0);
        Run call = Run.in(project, "call", "--sandbox", platform.uri().toString(), "--to", number);
        assertThat(call.out()).as(call.err()).contains("Hello.");
        dev.stop();
        assertThat(dev.after("brought back: ")).startsWith("acme.Line in mine");
      }
      assertThat(answerUrl(platform)).isEqualTo(OLD);
      assertThat(notes()).isEmpty();

      try (DevProcess dev = live(tunnel, port)) {
        dev.after("serving acme.Line on ");
        dev.kill();
      }
      assertThat(answerUrl(platform)).isEqualTo(tunnel + "/a");
      assertThat(notes()).isNotEmpty();

      try (DevProcess dev = live(tunnel, port)) {
        dev.after("serving acme.Line on ");
        dev.stop();
        dev.after("brought back: ");
      }
      assertThat(answerUrl(platform)).isEqualTo(OLD);
      assertThat(notes()).isEmpty();
    }
  }

  @Test
  void numbersThatTheSourceGainsOrLosesMeanwhileLeadWhereTheyLed() throws Exception {
    List<String> numbers = List.of("447700900123", "447700900124");
    try (Sandbox platform = Sandbox.start(SandboxSettings.defaults().numbers(numbers))) {
      apply(platform);
      List<String> before = linked(platform);
      assertThat(before).containsExactly("447700900123");
      int port = AppProcess.freePort();
      try (DevProcess dev = live("http://127.0.0.1:" + port, port)) {
        dev.after("serving acme.Line on ");
        edit("numbers = \"line\"", "numbers = \"other\"");
        dev.after("serving acme.Line on ");
        assertThat(linked(platform)).containsExactly("447700900124");
        dev.stop();
        dev.after("brought back: ");
      }
      assertThat(linked(platform)).isEqualTo(before);
    }
  }

  @Test
  void protectedEnvironmentsAndHalfACommandAreRefused() throws Exception {
    Files.createDirectories(project.resolve("src/main/java"));
    Files.writeString(
        project.resolve("switchboard.yaml"),
        "environments:\n  prod:\n    baseUrl: https://line.example\n    protect: true\n");
    Run guarded =
        Run.in(project, "dev", "--live", "--env", "prod", "--base-url", "https://mine.example");
    assertThat(guarded.exitCode()).isEqualTo(4);
    assertThat(guarded.err()).contains("is protected").contains("--env");
    assertThat(Run.in(project, "dev", "--live").exitCode()).isEqualTo(64);
    assertThat(Run.in(project, "dev", "--base-url", "https://mine.example").exitCode())
        .isEqualTo(64);
  }

  private void apply(Sandbox platform) throws Exception {
    String source = Compiled.line("Line", "/a", "");
    Path file = Files.createDirectories(project.resolve("src/main/java/acme")).resolve("Line.java");
    Files.writeString(file, source);
    Compiled.into(project.resolve("target/classes"), source);
    Files.writeString(project.resolve("switchboard.yaml"), """
        environments:
          mine:
            baseUrl: https://line.example
            sandbox: %s
            values: { stage: dev }
            numbers: { line: "%s", other: "447700900124" }
        """.formatted(
            platform.uri(), platform.settings().numbers().get(0)));
    Run applied = Run.in(
        project, Map.of("SWITCHBOARD_KEYS", project.resolveSibling("keys").toString()), "apply");
    assertThat(applied.exitCode()).as(applied.toString()).isZero();
    assertThat(answerUrl(platform)).isEqualTo(OLD);
  }

  private DevProcess live(String tunnel, int port) throws Exception {
    return DevProcess.start(
        project, "--live", "--base-url", tunnel, "--port", Integer.toString(port));
  }

  private List<Path> notes() throws Exception {
    try (var files = Files.walk(project.resolve(".switchboard"))) {
      return files.filter(file -> file.toString().endsWith(".live.json")).toList();
    }
  }

  /** As a person's editor does. */
  private void edit(String from, String to) throws Exception {
    Path file = project.resolve("src/main/java/acme/Line.java");
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  private static String answerUrl(Sandbox platform) throws Exception {
    Json application = read(platform, "/v2/applications")
        .get("_embedded")
        .get("applications")
        .items()
        .get(0);
    return application
        .get("capabilities")
        .get("voice")
        .get("webhooks")
        .get("answer_url")
        .required("address");
  }

  /** The numbers that lead to an application. */
  private static List<String> linked(Sandbox platform) throws Exception {
    return read(platform, "/account/numbers").get("numbers").items().stream()
        .filter(number -> number.text("app_id").isPresent())
        .map(number -> number.required("msisdn"))
        .toList();
  }

  private static Json read(Sandbox platform, String path) throws Exception {
    String pair = platform.settings().apiKey() + ":" + platform.settings().apiSecret();
    HttpRequest request = HttpRequest.newBuilder(platform.uri().resolve(path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .build();
    return Json.parse(HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body());
  }
}
