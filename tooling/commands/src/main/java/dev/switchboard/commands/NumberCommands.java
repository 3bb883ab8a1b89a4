package dev.switchboard.commands;

import dev.switchboard.commands.Project.Job;
import dev.switchboard.provisioning.Msisdn;
import dev.switchboard.provisioning.Options;
import dev.switchboard.provisioning.ProgressListener;
import dev.switchboard.provisioning.Status.NumberStatus;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Numbers one by one: where they lead, and leading them elsewhere. */
public final class NumberCommands {
  private final Project project;
  private final Console console;
  private final Report report;

  /** Commands on the one app of a project; see {@link Deploying#Deploying}. */
  public NumberCommands(Project project, Console console, Report report) {
    this.project = project;
    this.console = console;
    this.report = report;
  }

  /** Shows all numbers of the account. */
  public void list() {
    Job job = job(Optional.empty(), false);
    AppReport about = report.app(job.name()).list("numbers");
    for (NumberStatus number : job.deployment().numbers()) {
      about.row(row(number));
      console.line(text(number));
    }
    about.summary(about.rows().size() == 1 ? "1 number" : about.rows().size() + " numbers");
    if (about.rows().isEmpty()) {
      console.line(console.dim("the account has no numbers"));
    }
  }

  /** Leads a number to the app. */
  public void link(String name, String msisdn, Options options, Optional<String> confirm) {
    Msisdn number = number(msisdn);
    Job job = job(confirm, true);
    run(job, progress -> job.deployment().linkNumber(name, number, options, progress));
  }

  /** Leads a number nowhere. */
  public void unlink(String msisdn, Optional<String> confirm) {
    Msisdn number = number(msisdn);
    Job job = job(confirm, true);
    run(job, progress -> job.deployment().unlinkNumber(number, progress));
  }

  /** Leads a number where it led before. */
  public void restore(String msisdn, Optional<String> confirm) {
    Msisdn number = number(msisdn);
    Job job = job(confirm, true);
    run(job, progress -> job.deployment().restoreNumber(number, progress));
  }

  private void run(Job job, Consumer<ProgressListener> work) {
    try (Progress progress = new Progress(console, report.app(job.name()))) {
      work.accept(progress);
    }
  }

  private Job job(Optional<String> confirm, boolean writes) {
    Environment environment = project.environment();
    report.environment(environment.name());
    if (writes) {
      Deploying.guard(environment, confirm);
    }
    return project.job(project.scan(), environment);
  }

  private static Msisdn number(String digits) {
    try {
      return Msisdn.of(digits);
    } catch (IllegalArgumentException notOne) {
      throw new CommandException(
          Outcome.USAGE,
          "\"" + digits
              + "\" is not a number. Write 7 to 15 digits without + or 00: 447700900123.");
    }
  }

  static String text(NumberStatus number) {
    return number.msisdn() + " " + number.country()
        + (number.name().isEmpty() ? "" : "  " + number.name())
        + number.application().map(id -> "  leads to " + id).orElse("  leads nowhere")
        + number.previous().map(id -> ", before to " + id).orElse("");
  }

  static Row row(NumberStatus number) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("msisdn", number.msisdn());
    json.put("country", number.country());
    if (!number.name().isEmpty()) {
      json.put("name", number.name());
    }
    number.application().ifPresent(id -> json.put("application", id));
    number.previous().ifPresent(id -> json.put("previous", id));
    return new Row("numbers", number.msisdn(), text(number), true, Json.of(json));
  }
}
