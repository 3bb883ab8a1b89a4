package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import dev.switchboard.commands.Upkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Follows a class that was renamed. */
@Command(
    name = "mv",
    description =
        "Carry state and keys over to an app whose class was renamed. Nothing changes on the platform.",
    mixinStandardHelpOptions = true)
final class MoveCommand extends AppsCommand {
  @Mixin
  ConfirmOption confirm = new ConfirmOption();

  @Parameters(
      paramLabel = "FORMER",
      description = "The class's former name, with its package; --app names the class it is now.")
  String former = "";

  MoveCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    new Upkeep(project, console, report).move(former, confirm.confirm);
  }
}
