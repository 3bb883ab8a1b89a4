package dev.switchboard.cli;

import dev.switchboard.provisioning.ProgressListener;
import dev.switchboard.provisioning.ProvisioningException;
import dev.switchboard.provisioning.Step;
import java.time.Duration;

/** Prints each step of an apply as it ends. */
final class StepPrinter implements ProgressListener {
  private final Terminal terminal;

  StepPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void finished(Step step, Duration took) {
    terminal.line("  " + terminal.green("ok") + " " + step.title() + "  "
        + terminal.dim(took.toMillis() + " ms"));
  }

  @Override
  public void failed(Step step, ProvisioningException failure) {
    terminal.line("  " + terminal.red("failed") + " " + step.title());
  }
}
