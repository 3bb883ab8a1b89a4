package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Deploying;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Project;
import dev.switchboard.commands.Report;
import dev.switchboard.provisioning.Options;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the platform what the manifests say. */
@Command(
    name = "apply",
    description = "Make the platform what the manifests say. A second apply changes nothing.",
    mixinStandardHelpOptions = true)
final class ApplyCommand extends AppsCommand {
  @Mixin
  ChangeOptions changes = new ChangeOptions();

  @Mixin
  ConfirmOption confirm = new ConfirmOption();

  @Option(
      names = "--verify",
      description =
          "Send a signed synthetic webhook to every URL before numbers are moved, and move none where one"
              + " fails (exit code 10).")
  boolean verify;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "A plan that \"plan --out\" saved: it is carried out as it was shown, or refused. Without it a new"
              + " plan is made.")
  Optional<Path> saved = Optional.empty();

  ApplyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Project project, Console console, Report report) {
    Deploying deploying = new Deploying(project, console, report);
    if (saved.isEmpty()) {
      Options options = changes.options();
      deploying.apply(verify ? options.verifying() : options, confirm.confirm);
      return;
    }
    if (verify || changes.takeNumbers || changes.allowRemovals || classes.app.isPresent()) {
      throw new CommandException(
          Outcome.USAGE,
          "A saved plan is carried out as it was made. Give --app, --verify, --take-numbers and --allow-removals to plan.");
    }
    deploying.applySaved(surroundings().folder().resolve(saved.get()), confirm.confirm);
  }
}
