package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Outcome;
import dev.switchboard.webhooks.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Makes something go wrong in a running sandbox, shows what will, or ends it. */
@Command(
    name = "fault",
    description =
        "Make something go wrong in a running sandbox. Without a target and a fault: print what will go wrong.",
    mixinStandardHelpOptions = true)
final class FaultCommand implements Callable<Integer> {
  private static final String FAULTS = "/sandbox/faults";

  private final Surroundings surroundings;

  @CommandLine.Spec
  CommandSpec spec = CommandSpec.create();

  @Mixin
  SandboxClient sandbox;

  @Option(
      names = "--times",
      paramLabel = "N",
      description = "How often it happens, 0 for ever. Default: 1.")
  int times = 1;

  @Option(names = "--clear", description = "End all faults.")
  boolean clear;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TARGET",
      description =
          "A kind of webhook (answer_url, event_url, input ...) or the beginning of an API's path (/v2/applications).")
  Optional<String> target = Optional.empty();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FAULT",
      description =
          "refuse, hang, reset, reset-after-commit, duplicate, reorder, stale-list, slow:PT2S or an HTTP status.")
  Optional<String> fault = Optional.empty();

  FaultCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.sandbox = new SandboxClient(surroundings);
  }

  @Override
  public Integer call() {
    if (target.isPresent() != fault.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "Say what goes wrong and how, such as: answer_url 503");
    }
    if (clear) {
      sandbox.delete(FAULTS);
    }
    Json waiting = target.isPresent()
        ? sandbox.post(
            FAULTS,
            Json.object("target", target.get(), "fault", fault.orElseThrow(), "times", times))
        : sandbox.get(FAULTS);
    List<Json> lines = waiting.items();
    Terminal terminal = surroundings.terminal();
    if (lines.isEmpty()) {
      terminal.line("Nothing will go wrong.");
    }
    lines.forEach(line -> terminal.line(line.text().orElse("")));
    return Outcome.DONE.exitCode();
  }
}
