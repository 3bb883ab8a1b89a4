package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Problem;
import dev.switchboard.commands.Project;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An app, a sandbox and its console, kept up with the sources while a person works on them. */
@Command(
    name = "dev",
    description = {
      "Compile an app, deploy it to a sandbox of its own and serve it; on every change of a source compile, deploy and"
          + " serve it again, until the process is stopped.",
      "What does not compile is told, and the app goes on as it was."
    },
    mixinStandardHelpOptions = true)
final class DevCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Terminal terminal;

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "The sources. Default: src/main/java.")
  Path sources = Path.of("src/main/java");

  @Option(
      names = "--class-path",
      paramLabel = "PATH",
      description =
          "What the app needs beside its sources: switchboard-runtime and its own libraries.")
  String classPath = "";

  @Option(
      names = "--processor-path",
      paramLabel = "PATH",
      description = "Where switchboard-processor is. Default: the class path.")
  String processorPath = "";

  @Option(
      names = "--app",
      paramLabel = "NAME",
      description = "The app's class, where the sources have several.")
  Optional<String> app = Optional.empty();

  @Option(
      names = "--main",
      paramLabel = "CLASS",
      description = "What serves the app. Default: Main in its package, else the app itself.")
  Optional<String> main = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where the app listens, 0 for any free port. Default: 8080.")
  int port = 8080;

  @Option(
      names = "--sandbox-port",
      paramLabel = "N",
      description = "Where the sandbox listens, 0 for any free port. Default: 8484.")
  int sandboxPort = 8484;

  @Option(
      names = "--live",
      description =
          "In place of a sandbox, lead the application of an environment here until the process is stopped.")
  boolean live;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "With --live: where a tunnel of yours is reached from outside; it has to lead to --port.")
  Optional<URI> baseUrl = Optional.empty();

  @Mixin
  EnvironmentOptions environments;

  private Optional<AppProcess> serving = Optional.empty();
  private int compilations;

  DevCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.environments = new EnvironmentOptions(surroundings);
    this.terminal = surroundings.terminal();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path root = surroundings.folder().resolve(sources);
    if (!Files.isDirectory(root)) {
      throw new CommandException(
          Outcome.INVALID, root + " is no folder. Name the folder of the sources with --sources.");
    }
    List<Path> libraries = paths(classPath);
    SourceCompiler compiler = new SourceCompiler(root, libraries, paths(processorPath));
    port = port == 0 ? AppProcess.freePort() : port;
    try (DemoFolder folder = DemoFolder.create();
        SourceWatch watch = new SourceWatch(root);
        DevPlace place = place(folder)) {
      place.announce();
      while (!Thread.currentThread().isInterrupted()) {
        try {
          load(compiler, libraries, place, folder);
        } catch (RuntimeException failure) {
          Problem.of(failure).print(terminal);
        }
        terminal.line(terminal.dim("watching " + sources));
        terminal.line("changed: " + String.join(", ", watch.next()));
      }
    } finally {
      serving.ifPresent(AppProcess::close);
    }
    return Outcome.DONE.exitCode();
  }

  private DevPlace place(DemoFolder folder) {
    if (!live) {
      if (baseUrl.isPresent()) {
        throw new CommandException(
            Outcome.USAGE,
            "--base-url is the address of a tunnel for --live. Add --live, or leave it out.");
      }
      return new SandboxPlace(terminal, folder, port, sandboxPort);
    }
    URI tunnel = baseUrl.orElseThrow(
        () -> new CommandException(
            Outcome.USAGE,
            "--live needs the address at which the platform reaches this machine: --base-url https://..."));
    return new LivePlace(surroundings, environments, folder, tunnel, port);
  }

  /** From the sources to an app that serves; where something is wrong, the one that serves goes on. */
  private void load(
      SourceCompiler compiler, List<Path> libraries, DevPlace place, DemoFolder folder) {
    Path classes = folder.classes(++compilations);
    SourceCompiler.Result compiled = compiler.compile(classes);
    compiled.said().forEach(compiled.done() ? terminal::line : terminal::problem);
    if (!compiled.done()) {
      terminal.line("not compiled"
          + (serving.isPresent() ? "; the app goes on as it was" : "; mend it and save"));
      return;
    }
    Project project = new Project(
        List.of(classes), app, Path.of(""), Optional.empty(), Map.of(), surroundings.home());
    ClassPathScan scan = project.scan();
    FoundApp found = project.one(scan);
    DevPlace.Deployed deployed = place.deploy(found, scan);
    serving.ifPresent(AppProcess::close); // Only now: until here it has served.
    serving = Optional.empty();
    List<Path> path = new ArrayList<>(List.of(classes));
    path.addAll(libraries);
    serving = Optional.of(AppProcess.start(
        LocalApp.command(found, main), path, deployed.variables(), port, Redirect.INHERIT));
    terminal.line(
        terminal.green("serving") + " " + deployed.manifest().app() + " on " + deployed.address());
  }

  private List<Path> paths(String path) {
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(entry -> surroundings.folder().resolve(entry).toAbsolutePath())
        .toList();
  }
}
