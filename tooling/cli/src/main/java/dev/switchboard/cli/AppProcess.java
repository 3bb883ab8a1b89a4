package dev.switchboard.cli;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The application under demonstration, as a process of its own: a JVM with its classes and this jar. */
final class AppProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(30);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

  private final Process process;
  private final Redirect output;
  private final Thread hook;

  private AppProcess(Process process, Redirect output) {
    this.process = process;
    this.output = output;
    // Also when the demo is interrupted, no process is left behind.
    this.hook = new Thread(process::destroyForcibly, "app-stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** A port of the loopback interface that nobody listens on now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new CommandException(
          Outcome.FAILURE, "No port of 127.0.0.1 is free. Close some programs and run it again.");
    }
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param command main class and its arguments
   * @param classPath folders and jars, in front of those of this process
   * @param variables environment variables on top of those of this process
   * @param port where it will listen
   * @param output where it prints; of a file the last lines are shown when the start fails
   */
  static AppProcess start(
      List<String> command,
      List<Path> classPath,
      Map<String, String> variables,
      int port,
      Redirect output) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-cp");
    List<String> entries = new ArrayList<>();
    classPath.forEach(path -> entries.add(path.toAbsolutePath().toString()));
    entries.add(System.getProperty("java.class.path"));
    line.add(String.join(File.pathSeparator, entries));
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output);
    builder.environment().putAll(variables);
    try {
      AppProcess app = new AppProcess(builder.start(), output);
      app.awaitListening(port);
      return app;
    } catch (IOException failed) {
      throw new CommandException(
          Outcome.FAILURE,
          "The application cannot be started (" + failed.getClass().getSimpleName()
              + "). Check that " + line.get(0) + " can be run.");
    }
  }

  private void awaitListening(int port) {
    Instant end = Instant.now().plus(LONGEST_START);
    while (!listens(port)) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        String what = process.isAlive()
            ? "does not listen on port " + port + " after " + LONGEST_START.toSeconds() + " s"
            : "ended at once";
        String said = lastLines();
        close();
        throw new CommandException(
            Outcome.FAILURE,
            "The application " + what + "." + (said.isEmpty() ? "" : " It said:" + said)
                + System.lineSeparator()
                + "Name another main class with --main, or put what it misses on --class-path.");
      }
      try {
        Thread.sleep(30);
      } catch (InterruptedException interrupted) {
        close();
        Thread.currentThread().interrupt();
        throw new CommandException(
            Outcome.FAILURE, "The start of the application was interrupted. Run it again.");
      }
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String lastLines() {
    if (output.file() == null) {
      return "";
    }
    try {
      List<String> lines = Files.readString(output.file().toPath(), StandardCharsets.UTF_8)
          .lines()
          .toList();
      StringBuilder last = new StringBuilder();
      lines
          .subList(Math.max(0, lines.size() - 6), lines.size())
          .forEach(line -> last.append(System.lineSeparator()).append("    ").append(line));
      return last.toString();
    } catch (IOException gone) {
      return "";
    }
  }

  long pid() {
    return process.pid();
  }

  /** Stops it, by force if it does not go. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      // The hook runs now, and does the same.
      process.destroyForcibly();
    }
  }
}
