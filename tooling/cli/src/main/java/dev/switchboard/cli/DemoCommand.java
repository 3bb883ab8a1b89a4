package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.PlanView;
import dev.switchboard.commands.Progress;
import dev.switchboard.commands.Project;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.Deployment;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.sandbox.Conversation;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a compiled app through everything on this machine: manifest, plan, apply, serving, four scenes, a second apply. */
@Command(
    name = "demo",
    description = {
      "Take a compiled app through everything on this machine: manifest, plan, apply, serving, four scenes.",
      "The app is started as a process of its own: --main, else the class Main beside it, else the app itself if it and"
          + " its handler classes have constructors without parameters."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Terminal terminal;

  @Mixin
  ClassesOptions classes;

  @Option(
      names = "--main",
      paramLabel = "CLASS",
      description = "What serves the app. Default: Main in its package.")
  Optional<String> main = Optional.empty();

  @Option(
      names = "--class-path",
      paramLabel = "PATH",
      description = "What the app needs beside its classes.")
  String classPath = "";

  @Option(
      names = "--keys",
      paramLabel = "DIGITS",
      description = "Pressed one by one in the first scene. Default: 11.")
  String keys = "11";

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    this.classes = new ClassesOptions(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Instant start = Instant.now();
    Project project = classes.project(new EnvironmentOptions(surroundings));
    ClassPathScan scan = project.scan();
    FoundApp app = project.one(scan);
    terminal.heading(
        "The manifest that the compiler wrote for " + app.manifest().app());
    app.json().lines().forEach(line -> terminal.line("  " + terminal.dim(line)));
    SandboxSettings settings = SandboxSettings.defaults()
        .apiKey("demo")
        .apiSecret(UUID.randomUUID().toString())
        .signatureSecret(UUID.randomUUID().toString());
    try (DemoFolder folder = DemoFolder.create();
        Sandbox sandbox = Sandbox.start(settings)) {
      terminal.heading("The sandbox plays the platform");
      terminal.line("  sandbox listening on " + sandbox.uri());
      play(scan, app, sandbox, folder);
    }
    terminal.line();
    terminal.line(terminal.green("Done") + " in "
        + String.format(
            Locale.ROOT, "%.1f s.", Duration.between(start, Instant.now()).toMillis() / 1000.0));
    return Outcome.DONE.exitCode();
  }

  private void play(ClassPathScan scan, FoundApp app, Sandbox sandbox, DemoFolder folder) {
    LocalApp local = new LocalApp(app, sandbox, folder, AppProcess.freePort(), "demo");
    Deployment deployment = local.deployment();
    terminal.heading("The plan");
    Plan plan = deployment.plan();
    new PlanView(local.manifest(), scan, plan).print(terminal);
    terminal.heading("Apply");
    try (Progress progress = new Progress(terminal)) {
      plan.apply(progress);
    }

    terminal.heading("The application serves");
    List<String> command = LocalApp.command(app, main);
    try (AppProcess process =
        local.serve(command, appClassPath(), Redirect.to(folder.log().toFile()))) {
      terminal.line("  " + String.join(" ", command) + " listening on " + local.baseUrl()
          + terminal.dim(" (process " + process.pid() + ")"));
      scenes(local.manifest(), sandbox, local.number());
    }

    terminal.heading("A second apply");
    Plan again = deployment.plan();
    new PlanView(local.manifest(), scan, again).print(terminal);
    if (!again.isEmpty()) {
      throw new CommandException(
          Outcome.FAILURE,
          "A second apply would change something. Report this with the lines above.");
    }
  }

  private void scenes(Manifest manifest, Sandbox sandbox, String number) {
    Scenes scenes = new Scenes(terminal, sandbox, number);
    if (begin(
        1,
        "an inbound call that presses a key and hears the answer",
        manifest,
        "voice",
        "answer_url")) {
      scenes.call(keys);
    }
    if (begin(
        2,
        "the answer URL fails, the fallback answers",
        manifest,
        "voice",
        "fallback_answer_url")) {
      scenes.fallback();
    }
    Optional<Conversation> conversation = Optional.empty();
    if (begin(3, "an inbound message", manifest, "messages", "inbound_url")) {
      conversation = Optional.of(scenes.inboundMessage("Where is my pizza?"));
    }
    if (begin(
        4,
        "the statuses of the message that the app answered",
        manifest,
        "messages",
        "status_url")) {
      conversation.ifPresent(scenes::statuses);
    }
  }

  /** Prints the scene's title, and whether the app has what it needs. */
  private boolean begin(
      int scene, String title, Manifest manifest, String capability, String kind) {
    terminal.heading("Scene " + scene + " of 4: " + title);
    boolean can = manifest.routes().stream()
        .anyMatch(route ->
            route.capability().equals(Optional.of(capability)) && route.kind().equals(kind));
    if (!can) {
      terminal.line("  " + terminal.dim("left out: the app has no " + capability + " " + kind));
    }
    return can;
  }

  private List<Path> appClassPath() {
    List<Path> path = new ArrayList<>(classes.roots());
    Stream.of(classPath.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(surroundings.folder()::resolve)
        .forEach(path::add);
    return path;
  }
}
