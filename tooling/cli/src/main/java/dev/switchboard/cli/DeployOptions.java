package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.Deployment;
import dev.switchboard.provisioning.Options;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.provisioning.config.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that looks at the platform takes. */
final class DeployOptions {
  private final Surroundings surroundings;

  @Mixin
  ClassesOptions classes;

  @Mixin
  EnvironmentOptions environments;

  @Option(
      names = "--take-numbers",
      description = "Link numbers also when another application holds them.")
  boolean takeNumbers;

  @Option(names = "--allow-removals", description = "Let capabilities and numbers be taken away.")
  boolean allowRemovals;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  Format format = Format.text;

  /** How the result is written; lower case, as it is typed. */
  enum Format {
    /** For people. */
    text,
    /** For machines: one document on standard output. */
    json
  }

  /** One app, ready to be planned. */
  record Job(FoundApp app, Deployment deployment) {}

  DeployOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.classes = new ClassesOptions(surroundings);
    this.environments = new EnvironmentOptions(surroundings);
  }

  Options options() {
    return new Options(takeNumbers, allowRemovals);
  }

  /** The apps in the environment. Everything that can be wrong with files is found before the first request. */
  List<Job> jobs(ClassPathScan scan, Environment environment) {
    Path home =
        Path.of(surroundings.variable("HOME").orElseGet(() -> System.getProperty("user.home")));
    Path project = Optional.ofNullable(environments.file().toAbsolutePath().getParent())
        .orElse(surroundings.folder());
    Target target = new Target(environment, surroundings.variables(), home, project);
    List<Job> jobs = new ArrayList<>();
    for (FoundApp app : classes.apps(scan)) {
      jobs.add(new Job(app, target.deployment(app.manifest())));
    }
    return jobs;
  }

  PlanView view(ClassPathScan scan, Job job, Plan plan) {
    return new PlanView(job.app().manifest(), scan, plan);
  }

  /** The heading over an app's part of the output. */
  String title(Job job, Environment environment) {
    return job.app().manifest().app() + " in " + environment.name();
  }
}
