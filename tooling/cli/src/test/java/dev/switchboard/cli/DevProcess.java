package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code switchboard dev} as a person starts it: the jar, in a folder with sources. */
final class DevProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private DevProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  static DevProcess start(Path project, String... arguments) throws IOException {
    Path temporary = Files.createDirectories(project.resolve("tmp"));
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Djava.io.tmpdir=" + temporary,
        "-jar",
        System.getProperty("switchboard.jar"),
        "dev",
        "--class-path",
        System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().put("SWITCHBOARD_KEYS", project.resolveSibling("keys").toString());
    return new DevProcess(builder.start());
  }

  /** The rest of the next line that begins like this. */
  String after(String beginning) throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("no \"" + beginning + "\" in:\n" + before);
  }

  /** Ctrl-C; whoever it has started ends too. */
  void stop() throws Exception {
    ProcessHandle app = process.children().findFirst().orElseThrow();
    process.toHandle().destroy(); // Unlike Process.destroy it leaves the output open.
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    app.onExit().get(20, TimeUnit.SECONDS);
  }

  /** {@code kill -9}, the app it serves too. */
  void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    out.close();
  }
}
