package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.provisioning.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config} and {@code --env}: where an app is deployed. */
final class EnvironmentOptions {
  private final Surroundings surroundings;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The environments. Default: " + Configuration.FILE_NAME + ".")
  Optional<Path> config = Optional.empty();

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "The environment. Default: the only one, or the one called local.")
  Optional<String> env = Optional.empty();

  EnvironmentOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The named file, which must be there, or the usual one, which may. */
  Path file() {
    Path file = surroundings.folder().resolve(config.orElse(Path.of(Configuration.FILE_NAME)));
    if (config.isPresent() && Files.notExists(file)) {
      throw new CommandException(
          Outcome.INVALID,
          file + " does not exist. Name the file with the environments in --config.");
    }
    return file;
  }
}
