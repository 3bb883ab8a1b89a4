package dev.switchboard.cli;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.ConsoleNews;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.PlanView;
import dev.switchboard.commands.Progress;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.Options;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.UncheckedIOException;

/** A sandbox of its own, with its console. */
final class SandboxPlace implements DevPlace {
  private final Terminal terminal;
  private final DemoFolder folder;
  private final int port;
  private final Sandbox sandbox;

  /**
   * Starts it.
   *
   * @param port where the app is served
   * @throws CommandException when the sandbox's port is taken
   */
  SandboxPlace(Terminal terminal, DemoFolder folder, int port, int sandboxPort) {
    this.terminal = terminal;
    this.folder = folder;
    this.port = port;
    try {
      this.sandbox = Sandbox.start(SandboxSettings.defaults().port(sandboxPort));
    } catch (UncheckedIOException taken) {
      throw new CommandException(
          Outcome.FAILURE,
          "Port " + sandboxPort
              + " of 127.0.0.1 is in use. Stop what listens there, or name another"
              + " with --sandbox-port (0 takes any free one).");
    }
  }

  @Override
  public void announce() {
    terminal.line("sandbox listening on " + sandbox.uri());
    terminal.line("console at " + sandbox.consoleUri());
  }

  @Override
  public Deployed deploy(FoundApp app, ClassPathScan scan) {
    LocalApp local = new LocalApp(app, sandbox, folder, port, "dev");
    Plan plan = local.deployment().plan(new Options(true, true)); // Nobody else is in this sandbox.
    if (!plan.isEmpty()) {
      new PlanView(local.manifest(), scan, plan).print(terminal);
      try (Progress progress = new Progress(terminal)) {
        plan.apply(progress);
      }
    }
    ConsoleNews.tell(sandbox.uri(), "dev", local.manifest(), scan, local.deployment());
    return new Deployed(
        local.manifest(),
        local.deployment(),
        local.variables(),
        local.baseUrl() + ", " + local.manifest().routes().size() + " URLs; call "
            + local.number());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
