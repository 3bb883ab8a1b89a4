package dev.switchboard.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official Node SDK as it is published, driven by a program of its own kind: {@code src/test/node/clients.mjs} uses every
 * method of its clients and fails where one is missing from its tables. Run by {@code -Ppeers}; needs node and npm.
 */
@Tag("node")
class NodeSdkTest {
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir
  private Path folder;

  @Test
  void clients() throws IOException, InterruptedException {
    copySources();
    Run install = run(Map.of(), "npm", "ci", "--no-audit", "--no-fund");
    assertThat(install.code).as(install.output).isZero();

    SandboxSettings settings = SandboxSettings.defaults().speakingTime(Duration.ofMinutes(5));
    try (Sandbox sandbox = Sandbox.start(settings)) {
      Run run = run(
          Map.of(
              "SANDBOX", sandbox.uri().toString(),
              "API_KEY", sandbox.settings().apiKey(),
              "API_SECRET", sandbox.settings().apiSecret()),
          "node",
          "--import",
          "./loopback.mjs",
          "clients.mjs");
      System.out.println(run.output);
      assertThat(run.output).doesNotContain("FAILED").contains("node Messages", " used");
      assertThat(run.code).as(run.output).isZero();
    }
  }

  private void copySources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private Run run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path output = folder.resolve(command[0] + ".out");
    ProcessBuilder builder = new ProcessBuilder(List.of(command))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = start(builder, command[0]);
    try {
      boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
      String text = Files.readString(output, StandardCharsets.UTF_8);
      assertThat(ended).as("%s does not end: %s", command[0], text).isTrue();
      return new Run(process.exitValue(), text);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(ProcessBuilder builder, String program) {
    try {
      return builder.start();
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "the profile peers needs " + program + "; install nodejs and npm", missing);
    }
  }

  private record Run(int code, String output) {}
}
