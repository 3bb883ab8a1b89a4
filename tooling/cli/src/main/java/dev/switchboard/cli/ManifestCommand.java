package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Documents;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Project;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.manifest.scan.ManifestBundle;
import java.nio.file.Path;
import java.util.List;
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

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write it there instead of to the terminal.")
  Optional<Path> output = Optional.empty();

  ManifestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.classes = new ClassesOptions(surroundings);
  }

  @Override
  public Integer call() {
    Project project = classes.project(new EnvironmentOptions(surroundings));
    List<FoundApp> apps = project.apps(project.scan());
    String document = ManifestBundle.write(apps);
    if (output.isEmpty()) {
      surroundings.terminal().text(document);
      return Outcome.DONE.exitCode();
    }
    Path file = surroundings.folder().resolve(output.get());
    Documents.write(file, document);
    surroundings
        .terminal()
        .line("wrote " + output.get() + " with "
            + (apps.size() == 1 ? "1 app" : apps.size() + " apps"));
    return Outcome.DONE.exitCode();
  }
}
