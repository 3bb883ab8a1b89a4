package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.manifest.scan.ManifestBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    List<FoundApp> apps = classes.apps(classes.scan());
    String document = ManifestBundle.write(apps);
    if (output.isEmpty()) {
      surroundings.terminal().text(document);
      return ExitCode.DONE;
    }
    Path file = surroundings.folder().resolve(output.get());
    write(file, document);
    surroundings
        .terminal()
        .line("wrote " + output.get() + " with "
            + (apps.size() == 1 ? "1 app" : apps.size() + " apps"));
    return ExitCode.DONE;
  }

  /** Whole or not at all. */
  static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          file + " cannot be written (" + unwritable.getClass().getSimpleName()
              + "). Name a file in a folder that you may write to.");
    }
  }
}
