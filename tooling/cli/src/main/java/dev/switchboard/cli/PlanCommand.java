package dev.switchboard.cli;

import dev.switchboard.cli.DeployOptions.Format;
import dev.switchboard.cli.DeployOptions.Job;
import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what an apply would do. */
@Command(
    name = "plan",
    description = "Show what apply would do. Writes nothing.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin
  DeployOptions deploy;

  @Option(names = "--detailed-exitcode", description = "Exit with 2 when there are changes.")
  boolean detailedExitCode;

  PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.deploy = new DeployOptions(surroundings);
  }

  @Override
  public Integer call() {
    ClassPathScan scan = deploy.classes.scan();
    Environment environment = deploy.environments.environment();
    boolean changes = false;
    List<Json> documents = new ArrayList<>();
    for (Job job : deploy.jobs(scan, environment)) {
      Plan plan = job.deployment().plan(deploy.options());
      PlanView view = deploy.view(scan, job, plan);
      changes |= !plan.isEmpty();
      if (deploy.format == Format.json) {
        documents.add(view.json());
      } else {
        surroundings.terminal().line(surroundings.terminal().bold(deploy.title(job, environment)));
        view.print(surroundings.terminal());
      }
    }
    if (deploy.format == Format.json) {
      surroundings
          .terminal()
          .line(Json.object(
                  "command",
                  "plan",
                  "environment",
                  environment.name(),
                  "apps",
                  Json.array(documents))
              .write());
    }
    return changes && detailedExitCode ? ExitCode.CHANGES : ExitCode.DONE;
  }
}
