package dev.switchboard.commands;

import dev.switchboard.commands.Project.Job;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.provisioning.Change;
import dev.switchboard.provisioning.Drift;
import dev.switchboard.provisioning.Options;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.provisioning.Status;
import dev.switchboard.provisioning.Verification;
import dev.switchboard.provisioning.config.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** plan, apply, rollback, drift and status: what looks at all apps of a project in one environment. */
public final class Deploying {
  private final Project project;
  private final Console console;
  private final Report report;

  /**
   * Commands on a project.
   *
   * @param console where people read
   * @param report what it becomes part of, also when the command ends early
   */
  public Deploying(Project project, Console console, Report report) {
    this.project = project;
    this.console = console;
    this.report = report;
  }

  /** One plan, its app, and how it is shown. */
  private record Planned(Job job, Plan plan, PlanView view) {}

  /**
   * Shows what an apply would do.
   *
   * @param save where the plans are saved, if they are to be
   * @param changesCount whether changes make the outcome {@link Outcome#CHANGES}
   */
  public void plan(Options options, Optional<Path> save, boolean changesCount) {
    ClassPathScan scan = project.scan();
    Environment environment = environment();
    List<Planned> planned = new ArrayList<>();
    for (Job job : project.jobs(scan, environment)) {
      planned.add(show(scan, environment, job, job.deployment().plan(options), !changesCount));
    }
    save.ifPresent(file -> {
      SavedPlans.write(
          file, environment.name(), planned.stream().map(Planned::plan).toList());
      console.line("wrote " + file + "; apply it with: switchboard apply " + file);
    });
    if (changesCount && planned.stream().anyMatch(one -> !one.plan().isEmpty())) {
      report.ends(Outcome.CHANGES);
    }
  }

  /** Makes the platform what the manifests say. */
  public void apply(Options options, Optional<String> confirm) {
    ClassPathScan scan = project.scan();
    Environment environment = environment();
    List<Job> jobs = project.jobs(scan, environment);
    guard(environment, confirm);
    List<Planned> planned = new ArrayList<>();
    for (Job job : jobs) {
      planned.add(show(scan, environment, job, job.deployment().plan(options), true));
    }
    carryOut(scan, environment, planned);
  }

  /** Carries out what was planned and saved earlier, or refuses where the world has moved since. */
  public void applySaved(Path file, Optional<String> confirm) {
    SavedPlans saved = SavedPlans.read(file);
    if (project.env().filter(env -> !env.equals(saved.environment())).isPresent()) {
      throw new CommandException(
          Outcome.USAGE,
          file + " was made for the environment \"" + saved.environment() + "\". Leave out --env.");
    }
    Project there = project.in(saved.environment());
    ClassPathScan scan = there.scan();
    Environment environment = there.environment();
    report.environment(environment.name());
    List<Job> jobs = there.jobs(scan, environment);
    guard(environment, confirm);
    List<Planned> planned = new ArrayList<>();
    for (Map.Entry<String, String> one : saved.plans().entrySet()) {
      Job job = jobs.stream()
          .filter(candidate -> candidate.name().equals(one.getKey()))
          .findFirst()
          .orElseThrow(() -> new CommandException(
              Outcome.STALE,
              file + " has a plan for " + one.getKey()
                  + ", which is not among the classes any more. Make a new plan and look at it."));
      planned.add(show(scan, environment, job, job.deployment().saved(one.getValue()), true));
    }
    carryOut(scan, environment, planned);
  }

  /** Brings back what was applied at an earlier serial. */
  public void rollback(long serial, Options options, Optional<String> confirm) {
    ClassPathScan scan = project.scan();
    Environment environment = environment();
    Job job = project.job(scan, environment);
    guard(environment, confirm);
    carryOut(
        scan,
        environment,
        List.of(show(scan, environment, job, job.deployment().rollback(serial, options), true)));
  }

  private void carryOut(ClassPathScan scan, Environment environment, List<Planned> planned) {
    List<String> refusals =
        planned.stream().flatMap(one -> one.plan().refusals().stream()).toList();
    if (!refusals.isEmpty()) {
      throw new CommandException(Outcome.REFUSED, String.join(System.lineSeparator(), refusals));
    }
    for (Planned one : planned) {
      AppReport about = report.app(one.job().name()).list("steps");
      if (one.plan().isEmpty()) {
        one.plan().apply(); // Nothing to write; refused when another run has begun since.
        continue;
      }
      if (planned.size() > 1) {
        console.line(console.bold("applying " + one.job().name()));
      }
      try (Progress progress = new Progress(console, about)) {
        one.plan().apply(progress);
      }
      tell(scan, environment, one.job());
      about.fact("applicationId", one.job().deployment().status().applicationId());
    }
  }

  private Planned show(
      ClassPathScan scan, Environment environment, Job job, Plan plan, boolean changesPass) {
    PlanView view = new PlanView(job.app().manifest(), scan, plan);
    console.line(console.bold(job.name() + " in " + environment.name()));
    view.print(console);
    view.into(report.app(job.name()), changesPass);
    tell(scan, environment, job);
    return new Planned(job, plan, view);
  }

  private void tell(ClassPathScan scan, Environment environment, Job job) {
    project
        .sandbox(environment)
        .ifPresent(sandbox -> ConsoleNews.tell(
            sandbox, environment.name(), job.app().manifest(), scan, job.deployment()));
  }

  /** Shows how the platform differs from what was last applied. */
  public void drift() {
    ClassPathScan scan = project.scan();
    Environment environment = environment();
    for (Job job : project.jobs(scan, environment)) {
      Drift drift = job.deployment().drift();
      AppReport about = report.app(job.name());
      about
          .fact("applicationId", job.deployment().status().applicationId())
          .fact("empty", drift.isEmpty())
          .fact("restChanged", drift.restChanged())
          .fact("notes", drift.notes())
          .list("changes")
          .summary(sum(drift));
      console.line(console.bold(job.name() + " in " + environment.name()));
      for (Change change : drift.changes()) {
        about.row(PlanView.row(change, Optional.empty(), false));
        console.line("    " + console.yellow(String.valueOf(change.kind().sign())) + " "
            + PlanView.shortName(change.path()) + "  " + PlanView.value(change));
      }
      drift.notes().forEach(note -> console.line("  " + console.dim("note: " + note)));
      if (drift.restChanged()) {
        console.line("  "
            + console.dim("note: something that the manifest does not own has changed too; it is"
                + " left as it is"));
      }
      console.line("  " + console.bold(sum(drift)));
      if (!drift.isEmpty()) {
        report.ends(Outcome.DRIFT);
      }
    }
  }

  private static String sum(Drift drift) {
    return drift.isEmpty()
        ? "No drift: the platform is as it was left."
        : "Drift: " + drift.changes().size()
            + (drift.changes().size() == 1 ? " value is" : " values are")
            + " not as last applied. \"apply\" brings "
            + (drift.changes().size() == 1 ? "it" : "them") + " back.";
  }

  /** Shows which application each app is, and whether it is up to date. */
  public void status(Options options) {
    ClassPathScan scan = project.scan();
    Environment environment = environment();
    for (Job job : project.jobs(scan, environment)) {
      Status status = job.deployment().status();
      Plan plan = job.deployment().plan(options);
      String standing = standing(plan);
      AppReport about = report
          .app(job.name())
          .fact("applicationId", plan.applicationId())
          .fact("standing", standing)
          .fact("changeCount", plan.changes().size())
          .fact("serial", status.serial())
          .fact("serials", status.serials())
          .fact("fingerprint", status.fingerprint())
          .fact("keyHeld", status.keyHeld())
          .fact("busy", status.busy())
          .fact("unfinished", status.unfinished())
          .list("numbers")
          .summary(standing);
      console.line((plan.isEmpty() ? console.green(standing) : console.yellow(standing)) + "  "
          + job.name() + " in " + environment.name()
          + plan.applicationId()
              .map(id -> "  " + console.dim("application " + id))
              .orElse(""));
      if (status.applicationId().isPresent()) {
        console.line("  "
            + console.dim("applied " + status.serial() + (status.serial() == 1 ? " time" : " times")
                + (status.keyHeld() ? ", key held" : ", key not held here")));
      }
      for (Status.NumberStatus number : status.numbers()) {
        about.row(NumberCommands.row(number));
        console.line("  " + console.dim("number " + NumberCommands.text(number)));
      }
      status
          .unfinished()
          .ifPresent(what -> console.line("  "
              + console.yellow("a run was cut off while it was about to " + what
                  + "; apply or repair finishes it")));
      if (status.busy()) {
        console.line("  " + console.yellow("a run is at work now"));
      }
    }
  }

  /** Sends a synthetic webhook to every URL of every app, and judges the answers. */
  public void verify() {
    ClassPathScan scan = project.scan();
    Environment environment = environment();
    for (Job job : project.jobs(scan, environment)) {
      console.line(console.bold(job.name() + " in " + environment.name()));
      AppReport about = report.app(job.name()).list("checks");
      Verification verification;
      try (Progress progress = new Progress(console)) { // Its steps are the checks.
        verification = job.deployment().verify(progress);
      }
      for (Verification.Result result : verification.results()) {
        about.row(Checks.row(result));
      }
      about.summary(Checks.sum(verification));
      console.line("  " + console.bold(Checks.sum(verification)));
      if (!verification.passed()) {
        report.ends(Outcome.VERIFICATION);
      }
    }
  }

  private static String standing(Plan plan) {
    if (plan.applicationId().isEmpty()) {
      return "not created";
    }
    return plan.isEmpty() ? "up to date" : "to be applied";
  }

  private Environment environment() {
    Environment environment = project.environment();
    report.environment(environment.name());
    return environment;
  }

  /** A protected environment is changed by those who name it. */
  static void guard(Environment environment, Optional<String> confirm) {
    if (environment.protect() && !confirm.equals(Optional.of(environment.name()))) {
      throw new CommandException(
          Outcome.REFUSED,
          "Environment \"" + environment.name()
              + "\" is protected. Look at the plan, then add --confirm " + environment.name()
              + ".");
    }
  }
}
