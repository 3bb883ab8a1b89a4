package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deploy job of the documentation, as a process of its own with the variables that a deploy job has. */
class DeployJobTest {
  private static final String KEY = "deploy01";

  @TempDir
  Path folder;

  private final String secret = UUID.randomUUID().toString();

  @Test
  void deploysOnceAndFindsNothingToDoTheSecondTime() throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults()
        .port(0)
        .apiKey(KEY)
        .apiSecret(secret)
        .numbers(List.of("447700900123")))) {
      assertThat(job(sandbox))
          .contains("+ a new application, with a key made here", "https://pizza.example")
          .doesNotContain(secret);
      assertThat(job(sandbox)).contains("No changes").doesNotContain(secret);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith("PizzaLine.json")))
          .hasSize(1);
    }
  }

  private String job(Sandbox sandbox) throws IOException, InterruptedException {
    ProcessBuilder job = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            Objects.requireNonNullElse(
                System.getProperty("surefire.test.class.path"),
                System.getProperty("java.class.path")),
            DeployJob.class.getName())
        .directory(folder.toFile())
        .redirectErrorStream(true);
    job.environment()
        .putAll(Map.of(
            "VONAGE_API_KEY",
            KEY,
            "VONAGE_API_SECRET",
            secret,
            "VONAGE_API_HOST",
            sandbox.uri().toString(),
            "XDG_CONFIG_HOME",
            folder.resolve("config").toString()));
    Process process = job.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void theDocumentationShowsThatVeryJob() throws IOException {
    Path root = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("..");
    String docs = Files.readString(root.resolve("docs/deploying.md"));
    List<String> shown = docs.substring(docs.indexOf("Plan plan = "))
        .lines()
        .takeWhile(line -> !line.equals("```"))
        .map(String::strip)
        .toList();
    String compiled = Files.readString(
        root.resolve("example/src/test/java/dev/switchboard/example/DeployJob.java"));
    assertThat(shown).hasSize(5);
    // The formatter breaks its longest line.
    assertThat(compiled.replaceAll("\\s+", ""))
        .contains(String.join("", shown).replaceAll("\\s+", ""));
  }
}
