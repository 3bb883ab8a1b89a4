package dev.switchboard.cli;

import dev.switchboard.cli.DeployOptions.Format;
import dev.switchboard.cli.DeployOptions.Job;
import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.provisioning.ProgressListener;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the platform what the manifests say. */
@Command(
    name = "apply",
    description = "Make the platform what the manifests say. A second apply changes nothing.",
    mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin
  DeployOptions deploy;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The environment's name: lets a protected environment be changed.")
  Optional<String> confirm = Optional.empty();

  ApplyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.deploy = new DeployOptions(surroundings);
  }

  @Override
  public Integer call() {
    Terminal terminal = surroundings.terminal();
    boolean forPeople = deploy.format == Format.text;
    ClassPathScan scan = deploy.classes.scan();
    Environment environment = deploy.environments.environment();
    List<Job> jobs = deploy.jobs(scan, environment);
    guard(environment);
    List<Json> documents = new ArrayList<>();
    for (Job job : jobs) {
      Plan plan = job.deployment().plan(deploy.options());
      PlanView view = deploy.view(scan, job, plan);
      documents.add(view.json());
      if (forPeople) {
        terminal.line(terminal.bold(deploy.title(job, environment)));
        view.print(terminal);
      }
      if (!plan.refusals().isEmpty()) {
        throw new CommandFailure(
            ExitCode.REFUSED, String.join(System.lineSeparator(), plan.refusals()));
      }
      if (!plan.isEmpty()) {
        plan.apply(forPeople ? new StepPrinter(terminal) : ProgressListener.NONE);
      }
    }
    if (!forPeople) {
      terminal.line(Json.object(
              "command", "apply", "environment", environment.name(), "apps", Json.array(documents))
          .write());
    }
    return ExitCode.DONE;
  }

  private void guard(Environment environment) {
    if (environment.protect() && !confirm.equals(Optional.of(environment.name()))) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "Environment \"" + environment.name()
              + "\" is protected. Look at the plan, then add --confirm " + environment.name()
              + ".");
    }
  }
}
