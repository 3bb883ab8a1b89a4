package dev.switchboard.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --confirm}: what a protected environment asks for. */
final class ConfirmOption {
  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The environment's name: lets a protected environment be changed.")
  Optional<String> confirm = Optional.empty();
}
