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
  /** One of them. */
  abstract static class OnKeys extends AppsCommand {
    OnKeys(Surroundings surroundings) {
      super(surroundings);
    }

    abstract void run(KeyCommands keys);

    @Override
    final void run(Project project, Console console, Report report) {
      run(new KeyCommands(project, console, report));
    }
  }

  /** Shows them. */
  @Command(
      name = "status",
      description = "Show the keys at hand by fingerprint, and which of them the platform has.",
      mixinStandardHelpOptions = true)
  static final class StatusCommand extends OnKeys {
    StatusCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    void run(KeyCommands keys) {
      keys.status();
    }
  }

  /** Puts a new one into force. */
  @Command(
      name = "rotate",
      description = "Make a new key and put it into force. The former one stays in the store.",
      mixinStandardHelpOptions = true)
  static final class RotateCommand extends OnKeys {
    @Mixin
    ConfirmOption confirm = new ConfirmOption();

    RotateCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    void run(KeyCommands keys) {
      keys.rotate(confirm.confirm);
    }
  }

  /** Takes it out. */
  @Command(
      name = "export",
      description = "Write the private key into a new file that only you may read.",
      mixinStandardHelpOptions = true)
  static final class ExportCommand extends OnKeys {
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
    void run(KeyCommands keys) {
      if (stdout == file.isPresent() || (stdout && format.format != Report.Format.TEXT)) {
        throw new CommandException(
            Outcome.USAGE,
            "Where to? Name one new file, or say --stdout, which goes with no --format.");
      }
      file.map(surroundings().folder()::resolve)
          .ifPresentOrElse(keys::export, () -> surroundings().terminal().text(keys.pem()));
    }
  }
}
