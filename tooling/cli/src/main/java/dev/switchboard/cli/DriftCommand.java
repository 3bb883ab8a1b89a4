package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import picocli.CommandLine.Command;

/** Shows how the platform differs from what was last applied. */
@Command(
    name = "drift",
    description =
        "Show how the platform differs from what was last applied, whatever the classes say today. Exits with 3 when it does.",
    mixinStandardHelpOptions = true)
final class DriftCommand extends AppsCommand {

  DriftCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    new Deploying(project, console, report).drift();
  }
}
