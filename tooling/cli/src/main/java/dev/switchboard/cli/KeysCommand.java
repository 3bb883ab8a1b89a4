package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.KeyCommands;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The keys of an app. */
@Command(
    name = "keys",
    description =
        "Show the keys of an app, put a new one into force, or take the private key out of the store.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      KeysCommand.StatusCommand.class,
      KeysCommand.RotateCommand.class,
      KeysCommand.ExportCommand.class
    })
final class KeysCommand extends Family {
  /** Shows them. */
  @Command(
      name = "status",
      description = "Show the keys at hand by fingerprint, and which of them the platform has.",
      mixinStandardHelpOptions = true)
  static final class StatusCommand extends AppsCommand {
    StatusCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    void run(Project project, Console console, Report report) {
      new KeyCommands(project, console, report).status();
    }
  }

  /** Puts a new one into force. */
  @Command(
      name = "rotate",
      description = "Make a new key and put it into force. The former one stays in the store.",
      mixinStandardHelpOptions = true)
  static final class RotateCommand extends AppsCommand {
    @Mixin
    ConfirmOption confirm = new ConfirmOption();

    RotateCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    void run(Project project, Console console, Report report) {
      new KeyCommands(project, console, report).rotate(confirm.confirm);
    }
  }

  /** Takes it out. */
  @Command(
      name = "export",
      description = "Write the private key into a new file that only you may read.",
      mixinStandardHelpOptions = true)
  static final class ExportCommand extends AppsCommand {
    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description = "A file that does not exist yet.")
    Optional<Path> file = Optional.empty();

    @Option(
        names = "--stdout",
        description = "Print it instead: for a pipe into a secret store, not for a log.")
    boolean stdout;

    ExportCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    void run(Project project, Console console, Report report) {
      if (stdout == file.isPresent() || (stdout && format.format != Report.Format.TEXT)) {
        throw new CommandException(
            Outcome.USAGE,
            "Where to? Name one new file, or say --stdout, which goes with no --format.");
      }
      KeyCommands keys = new KeyCommands(project, console, report);
      file.map(surroundings().folder()::resolve)
          .ifPresentOrElse(keys::export, () -> surroundings().terminal().text(keys.pem()));
    }
  }
}
