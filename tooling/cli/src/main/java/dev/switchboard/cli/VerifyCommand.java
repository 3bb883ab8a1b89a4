package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import picocli.CommandLine.Command;

/** Sends a synthetic webhook to every URL. */
@Command(
    name = "verify",
    description =
        "Send a signed synthetic webhook to every URL, and check status, NCCO and time. The app's own methods"
            + " run, with made-up numbers. Exits with 10 when an URL does not answer as it should.",
    mixinStandardHelpOptions = true)
final class VerifyCommand extends AppsCommand {
  VerifyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    new Deploying(project, console, report).verify();
  }
}
