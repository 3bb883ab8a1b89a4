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
import dev.switchboard.provisioning.Msisdn;
import dev.switchboard.provisioning.Options;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.provisioning.ProgressListener;
import dev.switchboard.provisioning.ProvisioningException;
import dev.switchboard.provisioning.Status;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.provisioning.config.Target;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A personal application of the platform, led to a tunnel for as long as the run lasts. What it was before is written down first and
 * brought back at the end; a run that was killed leaves that to the next one.
 */
final class LivePlace implements DevPlace {
  private final Terminal terminal;
  private final DemoFolder folder;
  private final URI baseUrl;
  private final int port;
  private final Environment environment;
  private final Target target;
  private final Thread hook;
  private Optional<Running> running = Optional.empty();

  /** What there is to bring back. */
  private record Running(Manifest manifest, Deployment deployment, LiveNote note) {}

  /**
   * Nothing is changed yet.
   *
   * @param baseUrl where the tunnel is reached from outside
   * @param port where the tunnel leads to, and the app is served
   * @throws CommandException REFUSED for a protected environment
   */
  LivePlace(
      Surroundings surroundings,
      EnvironmentOptions environments,
      DemoFolder folder,
      URI baseUrl,
      int port) {
    this.terminal = surroundings.terminal();
    this.folder = folder;
    this.baseUrl = baseUrl;
    this.port = port;
    Project project = new Project(
        List.of(),
        Optional.empty(),
        environments.file(),
        environments.env,
        surroundings.variables(),
        surroundings.home());
    this.environment = project.environment();
    this.target = project.target(environment);
    if (environment.protect()) {
      throw new CommandException(
          Outcome.REFUSED,
          "Environment \"" + environment.name()
              + "\" is protected, and --live leads its application to one person's machine. Make an environment of your own"
              + " for it, and name it with --env.");
    }
    // Also when the run is interrupted, the application is brought back.
    this.hook = new Thread(this::bringBack, "live-bring-back");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void announce() {
    terminal.line("live in " + environment.name() + ": " + baseUrl + " has to lead to 127.0.0.1:"
        + port + "; the application is brought back when this ends");
  }

  @Override
  public synchronized Deployed deploy(FoundApp app, ClassPathScan scan) {
    Manifest manifest = app.manifest();
    Deployment deployment = target.deployment(manifest, baseUrl);
    LiveNote note = new LiveNote(target.folder().resolve(manifest.app() + ".live.json"));
    if (running.isEmpty()) {
      note.begin(deployment.status(), deployment.remembered(), baseUrl);
      running = Optional.of(new Running(manifest, deployment, note));
    }
    Plan plan = deployment.plan(Options.DEFAULT.allowingRemovals());
    if (!plan.refusals().isEmpty()) {
      throw new CommandException(
          Outcome.REFUSED, String.join(System.lineSeparator(), plan.refusals()));
    }
    if (!plan.isEmpty()) {
      new PlanView(manifest, scan, plan).print(terminal);
      try (Progress progress = new Progress(terminal)) {
        plan.apply(progress);
      }
    }
    running = Optional.of(new Running(manifest, deployment, note));
    return new Deployed(
        manifest,
        deployment,
        variables(deployment),
        baseUrl + ", " + manifest.routes().size() + " URLs; live in " + environment.name());
  }

  private Map<String, String> variables(Deployment deployment) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PORT", Integer.toString(port));
    variables.put("SWITCHBOARD_BASE_URL", baseUrl.toString());
    variables.put("VONAGE_APPLICATION_ID", deployment.status().applicationId().orElseThrow());
    Path key = folder.privateKeyFile();
    if (!Files.exists(key)) {
      deployment.exportKey(key);
    }
    variables.put("VONAGE_PRIVATE_KEY_PATH", key.toString());
    variables.put("VONAGE_API_HOST", target.account().apiHost().toString());
    Optional.ofNullable(target.signatureSecret())
        .ifPresent(secret -> variables.put("VONAGE_SIGNATURE_SECRET", secret));
    return variables;
  }

  /** Once, and only what this run has changed. */
  private synchronized void bringBack() {
    running.ifPresent(this::bringBack);
    running = Optional.empty();
  }

  private void bringBack(Running what) {
    String app = what.manifest().app();
    try {
      if (what.note().isOfNothing()) {
        terminal.line("the application of " + app
            + " was made by this run and stays; switchboard destroy removes it");
      } else {
        what.deployment()
            .restoring(what.note().before(), Options.DEFAULT.allowingRemovals())
            .apply();
        bringBackNumbers(what.deployment(), what.note().numbers());
        terminal.line("brought back: " + app + " in " + environment.name() + " is as it was");
      }
      what.note().end();
    } catch (ProvisioningException | CommandException failure) {
      terminal.problem("not brought back: " + failure.getMessage() + System.lineSeparator()
          + "The next switchboard dev --live, or switchboard apply --env " + environment.name()
          + ", does it.");
    }
  }

  /** The manifest may name other numbers by now than it did before. */
  private static void bringBackNumbers(Deployment deployment, Map<Msisdn, String> before) {
    Set<Msisdn> now = new HashSet<>();
    for (Status.NumberStatus number : deployment.status().numbers()) {
      Msisdn msisdn = Msisdn.of(number.msisdn());
      now.add(msisdn);
      if (before.containsKey(msisdn)) {
        continue;
      }
      if (number.previous().isPresent()) {
        deployment.restoreNumber(msisdn, ProgressListener.NONE);
      } else {
        deployment.unlinkNumber(msisdn, ProgressListener.NONE);
      }
    }
    before.forEach((msisdn, name) -> {
      if (!now.contains(msisdn)) {
        deployment.linkNumber(name, msisdn, Options.DEFAULT, ProgressListener.NONE);
      }
    });
  }

  @Override
  public void close() {
    bringBack();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook runs, and finds nothing left to do.
    }
  }
}
