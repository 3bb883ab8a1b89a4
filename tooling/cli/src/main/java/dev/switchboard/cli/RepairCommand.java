package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import dev.switchboard.commands.Upkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Settles what a run that was cut off left open. */
@Command(
    name = "repair",
    description =
        "Find out what became of a run that was cut off. Changes nothing on the platform.",
    mixinStandardHelpOptions = true)
final class RepairCommand extends AppsCommand {
  @Mixin
  ConfirmOption confirm = new ConfirmOption();

  RepairCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    new Upkeep(project, console, report).repair(confirm.confirm);
  }
}
