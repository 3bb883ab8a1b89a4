package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.NumberCommands;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The numbers of the account, one by one. */
@Command(
    name = "numbers",
    description = "Show where the account's numbers lead, and lead them elsewhere, one by one.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      NumbersCommand.ListCommand.class,
      NumbersCommand.LinkCommand.class,
      NumbersCommand.UnlinkCommand.class,
      NumbersCommand.RestoreCommand.class
    })
final class NumbersCommand extends Family {
  /** Shows all of them. */
  @Command(
      name = "list",
      description = "Show all numbers of the account and the applications they lead to.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends AppsCommand {
    ListCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    void run(Project project, Console console, Report report) {
      new NumberCommands(project, console, report).list();
    }
  }

  /** Leads one number elsewhere. */
  abstract static class OnNumber extends AppsCommand {
    @Mixin
    ConfirmOption confirm = new ConfirmOption();

    @Parameters(paramLabel = "MSISDN", description = "7 to 15 digits.")
    String number = "";

    OnNumber(Surroundings surroundings) {
      super(surroundings);
    }

    abstract void lead(NumberCommands numbers, String number, Optional<String> confirmed);

    @Override
    final void run(Project project, Console console, Report report) {
      lead(new NumberCommands(project, console, report), number, confirm.confirm);
    }
  }

  /** Leads one to the app. */
  @Command(
      name = "link",
      description = "Lead a number to the app's application, beside those that the class names.",
      mixinStandardHelpOptions = true)
  static final class LinkCommand extends OnNumber {
    @Mixin
    ChangeOptions changes = new ChangeOptions();

    @Option(
        names = "--as",
        paramLabel = "NAME",
        description = "What the state calls it. Default: the digits.")
    String as = "";

    LinkCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    void lead(NumberCommands numbers, String number, Optional<String> confirmed) {
      numbers.link(as.isEmpty() ? number : as, number, changes.options(), confirmed);
    }
  }

  /** Leads one nowhere. */
  @Command(
      name = "unlink",
      description = "Lead a number nowhere that was linked from here.",
      mixinStandardHelpOptions = true)
  static final class UnlinkCommand extends OnNumber {
    UnlinkCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    void lead(NumberCommands numbers, String number, Optional<String> confirmed) {
      numbers.unlink(number, confirmed);
    }
  }

  /** Leads one where it led before. */
  @Command(
      name = "restore",
      description = "Lead a number that was taken back to the application that held it before.",
      mixinStandardHelpOptions = true)
  static final class RestoreCommand extends OnNumber {
    RestoreCommand(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    void lead(NumberCommands numbers, String number, Optional<String> confirmed) {
      numbers.restore(number, confirmed);
    }
  }
}
