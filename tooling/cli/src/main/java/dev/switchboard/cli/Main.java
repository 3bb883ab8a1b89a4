package dev.switchboard.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** The process around the commands. */
public final class Main {
  private Main() {}

  /** Runs a command and exits with its code. */
  @SuppressWarnings("SystemConsoleNull") // What JDK 22 changed is in isTerminal.
  public static void main(String... args) {
    // Before the first server class loads: without it each kept-alive answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Console console = System.console();
    boolean person = isTerminal(console);
    Map<String, String> variables = System.getenv();
    boolean plain = variables.containsKey("CI") || "dumb".equals(variables.get("TERM"));
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    Terminal terminal = new Terminal(
        new PrintWriter(new OutputStreamWriter(output, charset()), true),
        new PrintWriter(new OutputStreamWriter(System.err, charset()), true),
        Ansi.AUTO.enabled() && !plain, // Knows NO_COLOR, CLICOLOR and pipes.
        person && !plain);
    Function<String, Optional<String>> asking = prompt -> person && console != null
        ? Optional.ofNullable(console.readLine("%s", prompt))
        : Optional.empty();
    int exitCode = run(new Surroundings(terminal, variables, Path.of(""), asking), args);
    System.exit(output.judge(exitCode, terminal));
  }

  /** Runs a command in given surroundings and gives its exit code. */
  static int run(Surroundings surroundings, String... args) {
    return Switchboard.commandLine(surroundings).execute(args);
  }

  /** From JDK 22 on there is a console also where there is no person, and it can be asked. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException beforeJdk22) {
      return true;
    }
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
   * @param asking takes a question and gives what a person types; empty where there is none
   */
  record Surroundings(
      Terminal terminal,
      Map<String, String> variables,
      Path folder,
      Function<String, Optional<String>> asking) {
    /** An environment variable, if it is set. */
    Optional<String> variable(String name) {
      return Optional.ofNullable(variables.get(name));
    }

    /** The user's home folder. */
    Path home() {
      return Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    /** What a person types; empty where there is none. */
    Optional<String> ask(String question) {
      return asking.apply(question);
    }
  }
}
