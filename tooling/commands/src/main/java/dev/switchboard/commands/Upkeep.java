package dev.switchboard.commands;

import dev.switchboard.commands.Project.Job;
import dev.switchboard.provisioning.config.Environment;
import java.util.Optional;

/** destroy, repair, mv and the keys: what is about one app, and rare. */
public final class Upkeep {
  private final Project project;
  private final Console console;
  private final Report report;

  /** Commands on the one app of a project; see {@link Deploying#Deploying}. */
  public Upkeep(Project project, Console console, Report report) {
    this.project = project;
    this.console = console;
    this.report = report;
  }

  /**
   * Unlinks the numbers and deletes the application.
   *
   * @param name its name as the platform shows it, typed by who wants it gone; empty when nobody typed one
   */
  public void destroy(Optional<String> name, Optional<String> confirm) {
    Job job = job(confirm);
    AppReport about = report.app(job.name());
    about.fact("applicationId", job.deployment().status().applicationId());
    String typed = name.orElseThrow(() -> new CommandException(
        Outcome.REFUSED,
        "destroy deletes the application and cannot be undone. Type its name, as \"plan\" and the"
            + " dashboard show it: --name \"...\"."));
    try (Progress progress = new Progress(console, about)) {
      job.deployment().destroy(typed, progress);
    }
    console.line("destroyed \"" + typed + "\"; its key stays in the key store");
    about.summary("destroyed");
  }

  /** Settles the journal of a run that was cut off. */
  public void repair(Optional<String> confirm) {
    Job job = job(confirm);
    AppReport about = report.app(job.name());
    Optional<String> before = job.deployment().status().unfinished();
    try (Progress progress = new Progress(console, about)) {
      job.deployment().repair(progress);
    }
    Optional<String> after = job.deployment().status().unfinished();
    String summary = before.isEmpty()
        ? "Nothing to repair: no run was cut off."
        : after
            .map(what -> "The run was cut off while it was about to " + what
                + "; only apply can decide about that. Run apply.")
            .orElse("Repaired: it is known what became of the run that was cut off.");
    console.line(summary);
    about.summary(summary);
  }

  /** Carries state and keys over from the class's former name. */
  public void move(String former, Optional<String> confirm) {
    Job job = job(confirm);
    if (job.name().equals(former)) {
      throw new CommandException(
          Outcome.USAGE,
          former + " is what the class is called now. Name what it was called before.");
    }
    job.target().move(former, job.app().manifest());
    String summary = "moved from " + former;
    report
        .app(job.name())
        .fact("applicationId", job.deployment().status().applicationId())
        .summary(summary);
    console.line(
        job.name() + " has the state and the keys of " + former + " now; plan shows the rest");
  }

  private Job job(Optional<String> confirm) {
    Environment environment = project.environment();
    report.environment(environment.name());
    Deploying.guard(environment, confirm);
    return project.job(project.scan(), environment);
  }
}
