package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Documents;
import dev.switchboard.commands.Exporting;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Report;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what an app declares in the words of another tool. */
@Command(
    name = "export",
    description =
        "Write an app for another tool: api (a body for curl), terraform, vcr, openapi, mermaid or flow (the call-flow"
            + " as an SVG picture).",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin
  ClassesOptions classes;

  @Mixin
  EnvironmentOptions environments;

  @Parameters(
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "api, terraform, vcr, openapi, mermaid or flow.")
  String format = "";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write it there instead of to the terminal.")
  Optional<Path> output = Optional.empty();

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.classes = new ClassesOptions(surroundings);
    this.environments = new EnvironmentOptions(surroundings);
  }

  @Override
  public Integer call() {
    Terminal terminal = surroundings.terminal();
    String document =
        new Exporting(classes.project(environments), terminal, new Report("export")).one(format);
    output.ifPresentOrElse(
        file -> {
          Documents.write(surroundings.folder().resolve(file), document);
          terminal.line("wrote " + file);
        },
        () -> terminal.text(document));
    return Outcome.DONE.exitCode();
  }

  /** For the completion of shells. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Exporting.words().iterator();
    }
  }
}
