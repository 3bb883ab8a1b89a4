package dev.switchboard.commands;

import dev.switchboard.commands.Project.Job;
import dev.switchboard.provisioning.KeyStatus;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.webhooks.Json;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The keys of one app: which there are, a new one, and the way out of the store. */
public final class KeyCommands {
  private final Project project;
  private final Console console;
  private final Report report;

  /** Commands on the one app of a project; see {@link Deploying#Deploying}. */
  public KeyCommands(Project project, Console console, Report report) {
    this.project = project;
    this.console = console;
    this.report = report;
  }

  /** Shows the keys at hand, and which of them the platform checks tokens with. */
  public void status() {
    Job job = job();
    KeyStatus keys = job.deployment().keyStatus();
    AppReport about = report
        .app(job.name())
        .fact("expected", keys.expected())
        .fact("live", keys.live())
        .fact("store", keys.store())
        .list("keys")
        .summary(sum(keys));
    for (KeyStatus.Key key : keys.held()) {
      String use = key.use().name().toLowerCase(Locale.ROOT);
      about.row(new Row(
          "keys",
          key.fingerprint(),
          use,
          true,
          Json.object("fingerprint", key.fingerprint(), "use", use)));
      String padded = String.format(Locale.ROOT, "%-7s", use);
      console.line((key.use() == KeyStatus.Use.CURRENT ? console.green(padded) : padded) + "  "
          + key.fingerprint());
    }
    console.line(console.dim("in " + keys.store()));
    console.line(console.bold(sum(keys)));
  }

  private static String sum(KeyStatus keys) {
    if (keys.expected().isEmpty()) {
      return "No key is in force: nothing was applied yet.";
    }
    if (keys.live().isEmpty()) {
      return "The platform shows no key for the application.";
    }
    if (!keys.live().equals(keys.expected())) {
      return "The platform has another key than the one put into force from here: "
          + keys.live().get() + ". \"apply\" puts ours back.";
    }
    return keys.inOrder()
        ? "In order: the key that the platform has is at hand."
        : "The key that the platform has is not in the store. Bring it back, or rotate.";
  }

  /** Makes a new key and puts it into force. */
  public void rotate(Optional<String> confirm) {
    Job job = job();
    Deploying.guard(job.target().environment(), confirm);
    AppReport about = report.app(job.name());
    try (Progress progress = new Progress(console, about)) {
      String fingerprint = job.deployment().rotateKey(progress);
      about.fact("fingerprint", fingerprint).summary("rotated");
      console.line(
          "in force now: " + fingerprint + "; whoever signs tokens needs it: keys export FILE");
    }
  }

  /** Writes the private key into a new file that only its owner may read. */
  public void export(Path file) {
    Job job = job();
    Path written = job.deployment().exportKey(file);
    report.app(job.name()).summary("exported");
    console.line("wrote " + written + ", readable by you alone");
  }

  /** The private key as PEM, for who asked for it in so many words. */
  public String pem() {
    return job().deployment().currentKey().privatePem();
  }

  private Job job() {
    Environment environment = project.environment();
    report.environment(environment.name());
    return project.job(project.scan(), environment);
  }
}
