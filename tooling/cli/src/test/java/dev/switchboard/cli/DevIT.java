package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
    try (DevProcess dev = DevProcess.start(project, "--port", "0", "--sandbox-port", "0")) {
      URI sandbox = URI.create(dev.after("sandbox listening on "));
      dev.after("console at http://127.0.0.1:");
      String serving = dev.after("serving acme.Line on ");
      String number = serving.replaceFirst(".*call ", "");
      assertThat(serving).contains("2 URLs");
      dev.after("watching ");
      assertThat(heard(sandbox, number)).contains("Hello.");

      // Other words, and one more URL: the route and the application follow.
      Files.writeString(source, first.replace("Hello.", "Good evening.").replace("@EventUrl", """
              @FallbackAnswerUrl("/sorry")
              Ncco sorry(dev.switchboard.webhooks.voice.FallbackRequest call) {
                return Ncco.of(Ncco.talk("Sorry."));
              }
              @EventUrl"""));
      assertThat(dev.after("changed: ")).contains("acme/Line.java");
      dev.after("    + voice.fallback_answer_url");
      assertThat(dev.after("serving acme.Line on ")).contains("3 URLs");
      dev.after("watching ");
      assertThat(heard(sandbox, number)).contains("Good evening.").doesNotContain("Hello.");

      // A mistake that the processor finds is told at its line; the app goes on.
      Files.writeString(source, first.replace("@AnswerUrl(\"/a\")", "@AnswerUrl(\"no slash\")"));
      assertThat(dev.after("error: acme/Line.java:")).contains("SWB");
      dev.after("not compiled; the app goes on as it was");
      dev.after("watching ");
      assertThat(heard(sandbox, number)).contains("Good evening.");

      Files.writeString(source, first);
      assertThat(dev.after("serving acme.Line on ")).contains("2 URLs");
      assertThat(heard(sandbox, number)).contains("Hello.");

      dev.stop();
    }
    try (var left = Files.list(project.resolve("tmp"))) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("switchboard")))
          .as("keys and classes of the run")
          .isEmpty();
    }
  }

  /** What a caller hears. */
  private String heard(URI sandbox, String number) {
    Run call = Run.in(project, "call", "--sandbox", sandbox.toString(), "--to", number);
    assertThat(call.err()).isEmpty();
    return call.out();
  }
}
