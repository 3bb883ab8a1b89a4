package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import dev.switchboard.commands.Upkeep;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes the application. */
@Command(
    name = "destroy",
    description = "Unlink the numbers and delete the application. It cannot be brought back.",
    mixinStandardHelpOptions = true)
final class DestroyCommand extends AppsCommand {
  @Mixin
  ConfirmOption confirm = new ConfirmOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "The application's name, exactly as the platform shows it. Asked for on a terminal.")
  Optional<String> name = Optional.empty();

  DestroyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    Optional<String> typed = name.or(() ->
        surroundings().ask("This deletes the application for good. Type its name to go on: "));
    new Upkeep(project, console, report).destroy(typed, confirm.confirm);
  }
}
