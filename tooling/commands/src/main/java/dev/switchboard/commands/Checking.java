package dev.switchboard.commands;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.manifest.scan.ManifestBundle;
import dev.switchboard.provisioning.config.Configuration;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.provisioning.config.EnvironmentCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** manifest and validate: what can be checked without the platform. */
public final class Checking {
  private final Project project;
  private final Console console;
  private final Report report;

  /** Commands on a project; see {@link Deploying#Deploying}. */
  public Checking(Project project, Console console, Report report) {
    this.project = project;
    this.console = console;
    this.report = report;
  }

  /**
   * The manifests of all apps as one document.
   *
   * @throws CommandException when two apps would serve one address of an environment
   */
  public String document() {
    List<FoundApp> apps = project.apps(project.scan());
    List<Manifest> manifests = apps.stream().map(FoundApp::manifest).toList();
    if (project.isConfigured()) {
      List<String> clashes = environments(project.configuration()).stream()
          .flatMap(environment -> EnvironmentCheck.clashes(environment, manifests).stream())
          .toList();
      if (!clashes.isEmpty()) {
        throw new CommandException(Outcome.INVALID, String.join(System.lineSeparator(), clashes));
      }
    }
    apps.forEach(this::found);
    return ManifestBundle.write(apps);
  }

  /** Writes the same to a file. */
  public void manifest(Path file) {
    String document = document();
    Documents.write(file, document);
    int count = report.apps().size();
    console.line("wrote " + file + " with " + (count == 1 ? "1 app" : count + " apps"));
  }

  /** Checks apps, handler classes, and every environment, or the one that is named. */
  public void validate() {
    List<FoundApp> apps = project.apps(project.scan());
    for (FoundApp app : apps) {
      found(app);
      console.line(console.green("ok") + "  " + app.manifest().app() + "  "
          + console.dim(app.manifest().routes().size() + " URLs"));
    }
    if (!project.isConfigured() && project.env().isEmpty()) {
      console.line(console.dim("no " + project.config() + " here, so no environment was checked"));
      return;
    }
    List<String> problems = new ArrayList<>();
    for (Environment environment : environments(project.configuration())) {
      List<String> found = project.problems(environment, apps);
      problems.addAll(found);
      if (found.isEmpty()) {
        console.line(console.green("ok") + "  environment " + environment.name());
      }
    }
    for (String problem : problems) {
      report.problem(Outcome.INVALID, problem);
      console.problem(problem);
    }
  }

  private Collection<Environment> environments(Configuration configuration) {
    return project
        .env()
        .<Collection<Environment>>map(name -> List.of(configuration.environment(name)))
        .orElseGet(configuration::environments);
  }

  private void found(FoundApp app) {
    report
        .app(app.manifest().app())
        .fact("urls", app.manifest().routes().size())
        .summary(app.manifest().routes().size() + " URLs");
  }
}
