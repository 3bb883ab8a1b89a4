package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what an apply would do. */
@Command(
    name = "plan",
    description = "Show what apply would do. Writes nothing but the file of --out.",
    mixinStandardHelpOptions = true)
final class PlanCommand extends AppsCommand {
  @Mixin
  ChangeOptions changes = new ChangeOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Save the plan, for \"apply FILE\". The file holds no key and no secret.")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--verify",
      description = "Let the apply of the saved plan verify every URL before it moves numbers.")
  boolean verify;

  @Option(names = "--detailed-exitcode", description = "Exit with 2 when there are changes.")
  boolean detailedExitCode;

  PlanCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    new Deploying(project, console, report)
        .plan(
            verify ? changes.options().verifying() : changes.options(),
            out.map(surroundings().folder()::resolve),
            detailedExitCode);
  }
}
