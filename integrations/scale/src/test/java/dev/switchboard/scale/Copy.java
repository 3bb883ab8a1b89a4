package dev.switchboard.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the fleet: a copy of the app, or Redis. Started, killed with -9, started again on the same port. */
final class Copy {
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private Process process;

  Copy(List<String> command, Map<String, String> environment, Path log) throws IOException {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.process = launch();
  }

  /** A copy of the app on a port. */
  static Copy ofApp(int port, Map<String, String> environment, Path folder) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new Copy(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            ScaleApp.class.getName()),
        environment,
        folder.resolve("copy-" + port + ".log"));
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not die: " + command.get(0));
    }
  }

  void startAgain() throws IOException {
    process = launch();
  }

  private Process launch() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
