package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings back what was applied earlier. */
@Command(
    name = "rollback",
    description =
        "Bring back what was applied at an earlier serial; \"status --format json\" lists those that are kept.",
    mixinStandardHelpOptions = true)
final class RollbackCommand extends AppsCommand {
  @Mixin
  ChangeOptions changes = new ChangeOptions();

  @Mixin
  ConfirmOption confirm = new ConfirmOption();

  @Parameters(paramLabel = "SERIAL", description = "Which apply, counted from 1.")
  long serial;

  RollbackCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    new Deploying(project, console, report).rollback(serial, changes.options(), confirm.confirm);
  }
}
