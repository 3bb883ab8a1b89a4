package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows which application each app is, and whether it is up to date. */
@Command(
    name = "status",
    description =
        "Show which application each app is, and whether it is up to date. Writes nothing.",
    mixinStandardHelpOptions = true)
final class StatusCommand extends AppsCommand {
  @Mixin
  ChangeOptions changes = new ChangeOptions();

  StatusCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    new Deploying(project, console, report).status(changes.options());
  }
}
