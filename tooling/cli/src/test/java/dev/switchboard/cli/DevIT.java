package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person works on an app while the jar keeps app and sandbox up with the sources. */
@Timeout(180)
class DevIT {
  @TempDir
  Path project;

  @Test
  void aSavedSourceIsServedAndABrokenOneIsTold() throws Exception {
    Path source =
        Files.createDirectories(project.resolve("src/main/java/acme")).resolve("Line.java");
    String first = Compiled.line("Line", "/a", "");
    Files.writeString(source, first);
    Process process = start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      URI sandbox = URI.create(after(out, "sandbox listening on "));
      after(out, "console at http://127.0.0.1:");
      String serving = after(out, "serving acme.Line on ");
      String number = serving.replaceFirst(".*call ", "");
      assertThat(serving).contains("2 URLs");
      after(out, "watching ");
      assertThat(heard(sandbox, number)).contains("Hello.");

      // Other words, and one more URL: the route and the application follow.
      Files.writeString(source, first.replace("Hello.", "Good evening.").replace("@EventUrl", """
              @FallbackAnswerUrl("/sorry")
              Ncco sorry(dev.switchboard.webhooks.voice.FallbackRequest call) {
                return Ncco.of(Ncco.talk("Sorry."));
              }
              @EventUrl"""));
      assertThat(after(out, "changed: ")).contains("acme/Line.java");
      after(out, "    + voice.fallback_answer_url");
      assertThat(after(out, "serving acme.Line on ")).contains("3 URLs");
      after(out, "watching ");
      assertThat(heard(sandbox, number)).contains("Good evening.").doesNotContain("Hello.");

      // A mistake that the processor finds is told at its line; the app goes on.
      Files.writeString(source, first.replace("@AnswerUrl(\"/a\")", "@AnswerUrl(\"no slash\")"));
      assertThat(after(out, "error: acme/Line.java:")).contains("SWB");
      after(out, "not compiled; the app goes on as it was");
      after(out, "watching ");
      assertThat(heard(sandbox, number)).contains("Good evening.");

      Files.writeString(source, first);
      assertThat(after(out, "serving acme.Line on ")).contains("2 URLs");
      assertThat(heard(sandbox, number)).contains("Hello.");

      ProcessHandle app = process.children().findFirst().orElseThrow();
      process.toHandle().destroy(); // Unlike Process.destroy it leaves the output open.
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      app.onExit().get(20, TimeUnit.SECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    try (var left = Files.list(project.resolve("tmp"))) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("switchboard")))
          .as("keys and classes of the run")
          .isEmpty();
    }
  }

  private Process start() throws IOException {
    Path temporary = Files.createDirectories(project.resolve("tmp"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temporary,
            "-jar",
            System.getProperty("switchboard.jar"),
            "dev",
            "--port",
            "0",
            "--sandbox-port",
            "0",
            "--class-path",
            System.getProperty("java.class.path"))
        .directory(project.toFile())
        .redirectErrorStream(true)
        .start();
  }

  /** The rest of the next line that begins like this. */
  private static String after(BufferedReader out, String beginning) throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("no \"" + beginning + "\" in:\n" + before);
  }

  /** What a caller hears. */
  private String heard(URI sandbox, String number) {
    Run call = Run.in(project, "call", "--sandbox", sandbox.toString(), "--to", number);
    assertThat(call.err()).isEmpty();
    return call.out();
  }
}
