package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Checking;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import picocli.CommandLine.Command;

/** Checks everything that can be checked without the platform. */
@Command(
    name = "validate",
    description = "Check apps, handler classes and environments without talking to the platform.",
    mixinStandardHelpOptions = true)
final class ValidateCommand extends AppsCommand {
  ValidateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    new Checking(project, console, report).validate();
  }
}
