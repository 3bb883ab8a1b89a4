package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Documents;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Project;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.config.Nearest;
import dev.switchboard.provisioning.config.Target;
import dev.switchboard.provisioning.export.Export;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what an app declares in the words of another tool. */
@Command(
    name = "export",
    description =
        "Write an app for another tool: api (a body for curl), terraform, vcr, openapi or mermaid.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin
  ClassesOptions classes;

  @Mixin
  EnvironmentOptions environments;

  @Parameters(paramLabel = "FORMAT", description = "api, terraform, vcr, openapi or mermaid.")
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
    Export export = export();
    Project project = classes.project(environments);
    FoundApp app = project.one(project.scan());
    Target target = project.target(project.environment());
    String document = export.write(app.manifest(), target.bindings(app.manifest()));
    output.ifPresentOrElse(
        file -> {
          Documents.write(surroundings.folder().resolve(file), document);
          surroundings.terminal().line("wrote " + file);
        },
        () -> surroundings.terminal().text(document));
    return Outcome.DONE.exitCode();
  }

  private Export export() {
    List<String> names = Stream.of(Export.values())
        .map(export -> export.name().toLowerCase(Locale.ROOT))
        .toList();
    if (names.contains(format)) {
      return Export.valueOf(format.toUpperCase(Locale.ROOT));
    }
    throw new CommandException(
        Outcome.USAGE,
        "There is no export \"" + format + "\". "
            + Nearest.to(format, names)
                .map(near -> "Did you mean " + near + "?")
                .orElse("There is: " + String.join(", ", names) + "."));
  }
}
