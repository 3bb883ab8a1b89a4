package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.PlanView;
import dev.switchboard.commands.Problem;
import dev.switchboard.commands.Progress;
import dev.switchboard.commands.Project;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.Options;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
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

  private Optional<AppProcess> serving = Optional.empty();
  private int compilations;

  DevCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
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
        Sandbox sandbox = sandbox()) {
      terminal.line("sandbox listening on " + sandbox.uri());
      terminal.line("console at " + sandbox.consoleUri());
      while (!Thread.currentThread().isInterrupted()) {
        try {
          load(compiler, libraries, sandbox, folder);
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

  /** From the sources to an app that serves; where something is wrong, the one that serves goes on. */
  private void load(
      SourceCompiler compiler, List<Path> libraries, Sandbox sandbox, DemoFolder folder) {
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
    LocalApp local = new LocalApp(found, sandbox, folder, port, "dev");
    Plan plan = local.deployment().plan(new Options(true, true)); // Nobody else is in this sandbox.
    if (!plan.isEmpty()) {
      new PlanView(local.manifest(), scan, plan).print(terminal);
      try (Progress progress = new Progress(terminal)) {
        plan.apply(progress);
      }
    }
    serving.ifPresent(AppProcess::close); // Only now: until here it has served.
    serving = Optional.empty();
    List<Path> path = new ArrayList<>(List.of(classes));
    path.addAll(libraries);
    serving = Optional.of(local.serve(local.command(main), path, Redirect.INHERIT));
    terminal.line(terminal.green("serving") + " " + local.manifest().app() + " on "
        + local.baseUrl() + ", " + local.manifest().routes().size() + " URLs; call "
        + local.number());
  }

  private Sandbox sandbox() {
    try {
      return Sandbox.start(SandboxSettings.defaults().port(sandboxPort));
    } catch (UncheckedIOException taken) {
      throw new CommandException(
          Outcome.FAILURE,
          "Port " + sandboxPort
              + " of 127.0.0.1 is in use. Stop what listens there, or name another"
              + " with --sandbox-port (0 takes any free one).");
    }
  }

  private List<Path> paths(String path) {
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(entry -> surroundings.folder().resolve(entry).toAbsolutePath())
        .toList();
  }
}
