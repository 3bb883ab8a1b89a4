package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Console;
import dev.switchboard.commands.Problem;
import dev.switchboard.commands.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** A command in an environment, whose result is for people or a document. */
abstract class ReportingCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @CommandLine.Spec
  CommandSpec spec = CommandSpec.create();

  @Mixin
  EnvironmentOptions environments;

  @Mixin
  FormatOption format = new FormatOption();

  ReportingCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.environments = new EnvironmentOptions(surroundings);
  }

  /** Does it, saying to the console and the report what it finds. */
  abstract void run(Console console, Report report);

  Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public final Integer call() {
    Terminal terminal = surroundings.terminal();
    boolean forPeople = format.format == Report.Format.TEXT;
    // Without the name of the jar's own command: "keys rotate".
    Report report = new Report(spec.qualifiedName().replaceFirst("^\\S+ ", ""));
    try {
      run(forPeople ? terminal : Console.SILENT, report);
    } catch (RuntimeException failure) {
      Problem problem = Problem.of(failure);
      report.problem(problem);
      problem.print(terminal.problems());
    }
    if (!forPeople) {
      terminal.text(report.write(format.format));
    }
    return report.outcome().exitCode();
  }
}
