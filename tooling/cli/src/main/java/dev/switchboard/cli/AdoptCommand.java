package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Adopting;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns an application that was made elsewhere into a class. */
@Command(
    name = "adopt",
    description =
        "Show an application that was made elsewhere as the annotated class to paste. Writes nothing without"
            + " --record, and never on the platform.",
    mixinStandardHelpOptions = true)
final class AdoptCommand extends ReportingCommand {
  @Mixin
  ConfirmOption confirm = new ConfirmOption();

  @Option(names = "--id", paramLabel = "ID", description = "The application's id.")
  Optional<String> id = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "The application's private key: finds it without an id, and goes into the key store with --record.")
  Optional<Path> key = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "CLASS",
      required = true,
      description = "The class that it becomes, with its package.")
  String className = "";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the class there instead of to the terminal.")
  Optional<Path> output = Optional.empty();

  @Option(
      names = "--record",
      description = "Take it over: write the state, and the key if it was given.")
  boolean record;

  AdoptCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Console console, Report report) {
    if (id.isEmpty() && key.isEmpty()) {
      throw new CommandException(
          Outcome.USAGE,
          "Which application? Name it with --id, or give its private key with --key.");
    }
    Path folder = surroundings().folder();
    Project project = new Project(
        List.of(),
        Optional.empty(),
        environments.file(),
        environments.env,
        surroundings().variables(),
        surroundings().home());
    new Adopting(project, console, report)
        .adopt(
            new Adopting.Request(
                id, key.map(folder::resolve), className, output.map(folder::resolve), record),
            confirm.confirm);
  }
}
