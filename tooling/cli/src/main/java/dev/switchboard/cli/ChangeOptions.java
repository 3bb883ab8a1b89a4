package dev.switchboard.cli;

import dev.switchboard.provisioning.Options;
import picocli.CommandLine.Option;

/** What a plan may do beyond adding and changing. */
final class ChangeOptions {
  @Option(
      names = "--take-numbers",
      description = "Link numbers also when another application holds them.")
  boolean takeNumbers;

  @Option(names = "--allow-removals", description = "Let capabilities and numbers be taken away.")
  boolean allowRemovals;

  Options options() {
    return new Options(takeNumbers, allowRemovals);
  }
}
