package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Problem;
import dev.switchboard.provisioning.config.Nearest;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command above all commands. */
@Command(
    name = "switchboard",
    description = "Makes the platform what your annotated classes say.",
    mixinStandardHelpOptions = true,
    versionProvider = Switchboard.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: 0 done, 1 failure, 2 changes (plan --detailed-exitcode), 3 drift, 4 refused, 5 busy, 6 stale plan,"
          + " 7 partial (run again to resume), 8 credentials, 9 platform unreachable, 10 verification failed, 64 usage,"
          + " 65 invalid manifest or config."
    },
    subcommands = {
      DemoCommand.class,
      DevCommand.class,
      SandboxCommand.class,
      PlanCommand.class,
      ApplyCommand.class,
      DriftCommand.class,
      StatusCommand.class,
      VerifyCommand.class,
      AdoptCommand.class,
      MoveCommand.class,
      RollbackCommand.class,
      RepairCommand.class,
      DestroyCommand.class,
      KeysCommand.class,
      NumbersCommand.class,
      CallCommand.class,
      MessageCommand.class,
      FaultCommand.class,
      RecordCommand.class,
      ReplayCommand.class,
      ManifestCommand.class,
      ValidateCommand.class,
      ExportCommand.class,
      ExplainCommand.class,
      GenerateCompletion.class
    })
final class Switchboard implements Callable<Integer> {
  @CommandLine.Spec
  CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine line = new CommandLine(new Switchboard(), new Factory(surroundings));
    Terminal terminal = surroundings.terminal();
    line.setExecutionExceptionHandler((failure, command, parsed) -> failed(terminal, failure));
    line.setParameterExceptionHandler((failure, args) -> misused(terminal, failure));
    line.setUsageHelpAutoWidth(terminal.isLive()); // Else the 80 columns of a page.
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(
        Help.defaultColorScheme(terminal.isColoured() ? Help.Ansi.ON : Help.Ansi.OFF));
    return line;
  }

  /** Without a command: what there is, and the code for misuse. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Outcome.USAGE.exitCode();
  }

  private static int misused(Terminal terminal, ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    String message = failure instanceof UnmatchedArgumentException unmatched
        ? unmatched(command, unmatched)
        : Optional.ofNullable(failure.getMessage())
            .orElse("The command line is not understood")
            .split("\\R", 2)[0]
            .replaceFirst("('-?\\d+') is not an? (int|long)$", "$1 is out of range")
            .replaceFirst(" is not an? (int|long)$", " is not a whole number");
    Optional<String> nearest = failure instanceof UnmatchedArgumentException unmatched
        ? unmatched.getUnmatched().stream().findFirst().flatMap(typed -> nearest(command, typed))
        : Optional.empty();
    terminal.problem(message + ". "
        + nearest
            .map(name -> "Did you mean " + name + "?")
            .orElseGet(() -> "\"" + command.getCommandSpec().qualifiedName()
                + " --help\" shows what there is."));
    return Outcome.USAGE.exitCode();
  }

  private static String unmatched(CommandLine command, UnmatchedArgumentException failure) {
    String typed = failure.getUnmatched().get(0);
    if (typed.startsWith("-")) {
      String name = typed.replaceFirst("=.*", "");
      boolean elsewhere = command.getSubcommands().values().stream()
          .anyMatch(other -> other.getCommandSpec().optionsMap().containsKey(name));
      return elsewhere
          ? "The option " + name + " stands behind its command, not before it"
          : "There is no option " + name;
    }
    return command.getSubcommands().isEmpty()
        ? "\"" + typed + "\" is one argument too many"
        : "There is no command \"" + typed + "\"";
  }

  private static Optional<String> nearest(CommandLine command, String typed) {
    return typed.startsWith("-")
        ? Nearest.to(
            typed.replaceFirst("=.*", ""), command.getCommandSpec().optionsMap().keySet())
        : Nearest.to(typed, command.getSubcommands().keySet());
  }

  private static int failed(Terminal terminal, Exception failure) {
    Problem problem = Problem.of(failure);
    problem.print(terminal.problems());
    return problem.outcome().exitCode();
  }

  /** Commands take their surroundings by constructor. */
  private record Factory(Surroundings surroundings) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Surroundings.class) {
          return type.cast(constructor.newInstance(surroundings));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  /** From the jar's manifest; a build folder has none. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Switchboard.class.getPackage().getImplementationVersion();
      return new String[] {"switchboard " + (version == null ? "(not packaged)" : version)};
    }
  }
}
