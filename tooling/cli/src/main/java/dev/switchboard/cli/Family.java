package dev.switchboard.cli;

import dev.switchboard.commands.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command that only has commands below it: typed alone, it shows them. */
abstract class Family implements Callable<Integer> {
  @CommandLine.Spec
  CommandSpec spec = CommandSpec.create();

  @Override
  public final Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Outcome.USAGE.exitCode();
  }
}
