package dev.switchboard.commands;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.Deployment;
import dev.switchboard.provisioning.config.Configuration;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.provisioning.config.EnvironmentCheck;
import dev.switchboard.provisioning.config.Nearest;
import dev.switchboard.provisioning.config.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which apps and which environment a command is about.
 *
 * @param roots folders and jars of compiled classes
 * @param app name of the one app that is meant, with or without package; empty for all
 * @param config the file with the environments; may be absent
 * @param env name of the environment; empty for the only one, or the one called local
 * @param variables the environment variables
 * @param home the user's home folder
 * @param shared whether the file is for the whole build of which these classes are one module, so that it may name apps of other modules
 */
public record Project(
    List<Path> roots,
    Optional<String> app,
    Path config,
    Optional<String> env,
    Map<String, String> variables,
    Path home,
    boolean shared) {
  /** Loopback answers at once or not at all; a sandbox elsewhere has this long, in milliseconds. */
  private static final int SANDBOX_PATIENCE = 2000;

  /**
   * One app, ready for the engine.
   *
   * @param app what was compiled
   * @param deployment the engine for it
   * @param target the environment it goes to
   */
  public record Job(FoundApp app, Deployment deployment, Target target) {
    /** The app's class. */
    public String name() {
      return app.manifest().app();
    }
  }

  /** A project whose file is its own. */
  public Project(
      List<Path> roots,
      Optional<String> app,
      Path config,
      Optional<String> env,
      Map<String, String> variables,
      Path home) {
    this(roots, app, config, env, variables, home, false);
  }

  /** Copies the list. */
  public Project {
    roots = List.copyOf(roots);
  }

  /** Looks through the classes. */
  public ClassPathScan scan() {
    return ClassPathScan.of(roots);
  }

  /** The apps that the command is about: the named one, or all; at least one. */
  public List<FoundApp> apps(ClassPathScan scan) {
    List<FoundApp> all = scan.requireApps();
    return app.map(name -> List.of(named(scan, all, name))).orElse(all);
  }

  /** The one app that the command is about. */
  public FoundApp one(ClassPathScan scan) {
    List<FoundApp> apps = apps(scan);
    if (apps.size() == 1) {
      return apps.get(0);
    }
    throw new CommandException(
        Outcome.USAGE,
        "There are several apps: " + String.join(", ", names(apps)) + ". Name one with --app.");
  }

  private static FoundApp named(ClassPathScan scan, List<FoundApp> all, String name) {
    return scan.app(name).orElseThrow(() -> {
      List<String> known = names(all).stream()
          .flatMap(n -> Stream.of(n, n.replaceFirst(".*[.$]", "")))
          .toList();
      return new CommandException(
          Outcome.USAGE,
          "There is no app \"" + name + "\". "
              + Nearest.to(name, known)
                  .map(near -> "Did you mean \"" + near + "\"?")
                  .orElse("There is: " + String.join(", ", names(all)) + "."));
    });
  }

  private static List<String> names(List<FoundApp> apps) {
    return apps.stream().map(found -> found.manifest().app()).toList();
  }

  /** Whether there is a file with environments. */
  public boolean isConfigured() {
    return Files.exists(config);
  }

  /** The file with the environments, read. */
  public Configuration configuration() {
    return Configuration.read(config);
  }

  /** The environment that is meant. */
  public Environment environment() {
    Configuration configuration = configuration();
    return env.map(configuration::environment).orElseGet(configuration::environment);
  }

  /** The same project in a named environment. */
  public Project in(String environment) {
    return new Project(roots, app, config, Optional.of(environment), variables, home, shared);
  }

  /** From the words of an environment to the engine. */
  public Target target(Environment environment) {
    Path folder = Optional.ofNullable(config.toAbsolutePath().getParent()).orElse(home);
    return new Target(environment, variables, home, folder);
  }

  /**
   * The apps in the environment. Everything that can be wrong with files is found before the first request.
   *
   * @throws CommandException when the environment is a sandbox that does not run
   */
  public List<Job> jobs(ClassPathScan scan, Environment environment) {
    Target target = target(environment);
    List<Job> jobs = new ArrayList<>();
    List<FoundApp> found = apps(scan);
    if (app.isEmpty()) { // One app may be deployed where others are not ready.
      requireFit(environment, found);
    }
    for (FoundApp one : found) {
      jobs.add(new Job(one, target.deployment(one.manifest()), target));
    }
    requireSandbox(environment);
    return jobs;
  }

  /** What does not fit between an environment and all apps, each a sentence with its remedy. */
  public List<String> problems(Environment environment, List<FoundApp> apps) {
    List<Manifest> manifests = apps.stream().map(FoundApp::manifest).toList();
    List<String> problems = new ArrayList<>(EnvironmentCheck.problems(environment, manifests));
    if (!shared) {
      problems.addAll(EnvironmentCheck.strangers(environment, manifests));
    }
    return problems;
  }

  private void requireFit(Environment environment, List<FoundApp> apps) {
    List<String> problems = problems(environment, apps);
    if (!problems.isEmpty()) {
      throw new CommandException(Outcome.INVALID, String.join(System.lineSeparator(), problems));
    }
  }

  /** The app in the environment, of which there must be one. */
  public Job job(ClassPathScan scan, Environment environment) {
    FoundApp found = one(scan);
    Target target = target(environment);
    Job job = new Job(found, target.deployment(found.manifest()), target);
    requireSandbox(environment);
    return job;
  }

  /** Where the sandbox of an environment listens; empty for one on the platform. */
  Optional<URI> sandbox(Environment environment) {
    return environment.sandbox(name -> Optional.ofNullable(variables.get(name)));
  }

  /** Without this the engine would try for some seconds, and then speak of the platform. */
  void requireSandbox(Environment environment) {
    Optional<URI> sandbox = sandbox(environment);
    if (sandbox.isEmpty()) {
      return;
    }
    URI address = sandbox.get();
    int port =
        address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), SANDBOX_PATIENCE);
    } catch (IOException | IllegalArgumentException none) {
      throw new CommandException(
          Outcome.UNREACHABLE,
          "Environment \"" + environment.name() + "\" is the sandbox at " + address
              + ", and none runs there. Start the sandbox: switchboard sandbox"
              + (URI.create(Configuration.SANDBOX_ADDRESS).getPort() == port
                  ? ""
                  : " --port " + port));
    }
  }

  /** Without the variables: one may be a secret. */
  @Override
  public String toString() {
    return roots + " in " + config;
  }
}
