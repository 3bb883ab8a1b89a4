package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.provisioning.config.Configuration;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config} and {@code --env}: where an app is deployed. */
final class EnvironmentOptions {
  private final Surroundings surroundings;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Where the environments are. Default: " + Configuration.FILE_NAME + ".")
  Path config = Path.of(Configuration.FILE_NAME);

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "The environment. Default: the only one, or the one called local.")
  Optional<String> env = Optional.empty();

  EnvironmentOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Path file() {
    return surroundings.folder().resolve(config);
  }
}
