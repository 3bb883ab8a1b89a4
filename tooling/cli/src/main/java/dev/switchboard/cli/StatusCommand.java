package dev.switchboard.cli;

import dev.switchboard.cli.DeployOptions.Format;
import dev.switchboard.cli.DeployOptions.Job;
import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows which application each app is, and whether it is up to date. */
@Command(
    name = "status",
    description = "Show which application each app is, and whether it is up to date.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin
  DeployOptions deploy;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.deploy = new DeployOptions(surroundings);
  }

  @Override
  public Integer call() {
    Terminal terminal = surroundings.terminal();
    ClassPathScan scan = deploy.classes.scan();
    Environment environment = deploy.environments.environment();
    List<Json> documents = new ArrayList<>();
    for (Job job : deploy.jobs(scan, environment)) {
      Plan plan = job.deployment().plan(deploy.options());
      String standing = standing(plan);
      if (deploy.format == Format.json) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("app", job.app().manifest().app());
        plan.applicationId().ifPresent(id -> one.put("applicationId", id));
        one.put("standing", standing);
        one.put("changes", plan.changes().size());
        documents.add(Json.of(one));
      } else {
        terminal.line((plan.isEmpty() ? terminal.green(standing) : terminal.yellow(standing)) + "  "
            + job.app().manifest().app() + " in " + environment.name() + "  "
            + terminal.dim(plan.applicationId().map(id -> "application " + id).orElse("")));
      }
    }
    if (deploy.format == Format.json) {
      terminal.line(Json.object(
              "command", "status", "environment", environment.name(), "apps", Json.array(documents))
          .write());
    }
    return ExitCode.DONE;
  }

  private static String standing(Plan plan) {
    if (plan.applicationId().isEmpty()) {
      return "not created";
    }
    return plan.isEmpty() ? "up to date" : "to be applied";
  }
}
