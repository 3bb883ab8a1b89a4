package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Checking;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Report;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Merges the manifests of all apps into one document. */
@Command(
    name = "manifest",
    description = "Merge the manifests of all apps into one document, for other tools.",
    mixinStandardHelpOptions = true)
final class ManifestCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin
  ClassesOptions classes;

  @Mixin
  EnvironmentOptions environments;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write it there instead of to the terminal.")
  Optional<Path> output = Optional.empty();

  ManifestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.classes = new ClassesOptions(surroundings);
    this.environments = new EnvironmentOptions(surroundings);
  }

  @Override
  public Integer call() {
    Terminal terminal = surroundings.terminal();
    Checking checking =
        new Checking(classes.project(environments), terminal, new Report("manifest"));
    output.ifPresentOrElse(
        file -> checking.manifest(surroundings.folder().resolve(file)),
        () -> terminal.text(checking.document()));
    return Outcome.DONE.exitCode();
  }
}
