package dev.switchboard.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** The process around the commands. */
public final class Main {
  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String... args) {
    // Before the first server class loads: without it each kept-alive answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Terminal terminal = new Terminal(
        new PrintWriter(new OutputStreamWriter(System.out, charset()), true),
        new PrintWriter(new OutputStreamWriter(System.err, charset()), true),
        Ansi.AUTO.enabled());
    System.exit(run(new Surroundings(terminal, System.getenv(), Path.of("")), args));
  }

  /** Runs a command in given surroundings and gives its exit code. */
  static int run(Surroundings surroundings, String... args) {
    return Switchboard.commandLine(surroundings).execute(args);
  }

  /** What the console shows; UTF-8 where nothing is said, as in pipes. */
  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", "");
    return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
  }

  /**
   * What a command finds around itself.
   *
   * @param terminal where it writes
   * @param variables the environment variables
   * @param folder against which relative paths count
   */
  record Surroundings(Terminal terminal, Map<String, String> variables, Path folder) {
    /** An environment variable, if it is set. */
    Optional<String> variable(String name) {
      return Optional.ofNullable(variables.get(name));
    }
  }
}
