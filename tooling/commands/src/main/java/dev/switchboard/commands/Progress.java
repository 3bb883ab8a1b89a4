package dev.switchboard.commands;

import dev.switchboard.provisioning.ProgressListener;
import dev.switchboard.provisioning.ProvisioningException;
import dev.switchboard.provisioning.Step;
import dev.switchboard.webhooks.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says each step as it ends, and puts it into the report. A step that takes long is shown with its seconds where lines
 * can be taken back, and named every ten seconds where they cannot.
 */
public final class Progress implements ProgressListener, AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration REMIND = Duration.ofSeconds(10);

  private final Console console;
  private final AppReport report;
  private final ScheduledExecutorService ticker;
  private @Nullable Step running;
  private long since;

  /** For a command that writes no report. */
  public Progress(Console console) {
    this(console, new AppReport(""));
  }

  Progress(Console console, AppReport report) {
    this.console = console;
    this.report = report.list("steps");
    this.ticker = Executors.newSingleThreadScheduledExecutor(task -> {
      Thread thread = new Thread(task, "switchboard-progress");
      thread.setDaemon(true);
      return thread;
    });
    long period = (console.isLive() ? REDRAW : REMIND).toMillis();
    var unused = ticker.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
  }

  private synchronized void tick() {
    Step step = running;
    if (step == null) {
      return;
    }
    String text = "  .. " + step.title() + "  "
        + console.dim(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since) + " s");
    if (console.isLive()) {
      console.passing(text);
    } else {
      console.line(text);
    }
  }

  @Override
  public synchronized void started(Step step) {
    running = step;
    since = System.nanoTime();
    console.passing("  .. " + step.title());
  }

  @Override
  public synchronized void finished(Step step, Duration took) {
    running = null;
    console.line("  " + console.green("ok") + " " + step.title() + "  "
        + console.dim(took.toMillis() + " ms"));
    report.row(new Row(
        "steps",
        step.title(),
        "",
        true,
        Optional.of(took),
        Json.object(
            "id", step.id(), "title", step.title(), "outcome", "done", "millis", took.toMillis())));
  }

  @Override
  public synchronized void failed(Step step, ProvisioningException failure) {
    running = null;
    // What ends the command is said at its end; a URL that fails a check ends nothing.
    String why = step.id().startsWith("verify:") ? ": " + failure.problem() : "";
    console.line("  " + console.red("failed") + " " + step.title() + why);
    report.row(new Row(
        "steps",
        step.title(),
        failure.problem(),
        false,
        Json.object("id", step.id(), "title", step.title(), "outcome", "failed")));
  }

  @Override
  public synchronized void close() {
    running = null;
    ticker.shutdownNow();
  }
}
