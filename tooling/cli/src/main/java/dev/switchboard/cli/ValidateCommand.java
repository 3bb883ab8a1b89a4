package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Project;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.config.Configuration;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.provisioning.config.EnvironmentCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks everything that can be checked without the platform. */
@Command(
    name = "validate",
    description = "Check apps, handler classes and environments without talking to the platform.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin
  ClassesOptions classes;

  @Mixin
  EnvironmentOptions environments;

  ValidateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.classes = new ClassesOptions(surroundings);
    this.environments = new EnvironmentOptions(surroundings);
  }

  @Override
  public Integer call() {
    Terminal terminal = surroundings.terminal();
    Project project = classes.project(environments);
    ClassPathScan scan = project.scan();
    List<FoundApp> apps = project.apps(scan);
    apps.forEach(app -> terminal.line(terminal.green("ok") + "  "
        + app.manifest().app() + "  " + terminal.dim(app.manifest().routes().size() + " URLs")));
    List<String> problems = new ArrayList<>();
    if (project.isConfigured() || environments.env.isPresent()) {
      Configuration configuration = project.configuration();
      List<Environment> chosen = environments
          .env
          .map(configuration::environment)
          .map(List::of)
          .orElseGet(() -> List.copyOf(configuration.environments()));
      for (Environment environment : chosen) {
        List<String> found = EnvironmentCheck.problems(
            environment, apps.stream().map(FoundApp::manifest).toList());
        problems.addAll(found);
        if (found.isEmpty()) {
          terminal.line(terminal.green("ok") + "  environment " + environment.name());
        }
      }
    } else {
      terminal.line(
          terminal.dim("no " + environments.config + " here, so no environment was checked"));
    }
    problems.forEach(terminal::problem);
    return (problems.isEmpty() ? Outcome.DONE : Outcome.INVALID).exitCode();
  }
}
