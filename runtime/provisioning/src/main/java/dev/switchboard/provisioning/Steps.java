package dev.switchboard.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Tells of steps as they happen, and knows whether a run that fails leaves something done behind. */
final class Steps {
  private final Clock clock;
  private final ProgressListener listener;
  private int done;
  private boolean verified = true;
  private boolean wrote;

  Steps(Clock clock, ProgressListener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  /** From here on the platform may have changed. */
  void wrote() {
    wrote = true;
  }

  /** Judges what is live; a failure keeps its kind, since the writes before it are whole. */
  void verifying(Verification verification) {
    verified = verification.passed();
    verification.orThrow();
  }

  ProgressListener listener() {
    return listener;
  }

  <T> T run(Step step, Supplier<T> work) {
    Instant from = clock.instant();
    listener.started(step);
    try {
      T result = work.get();
      done++;
      listener.finished(step, Duration.between(from, clock.instant()));
      return result;
    } catch (ProvisioningException e) {
      listener.failed(step, e);
      throw e;
    }
  }

  /** Runs a whole; what fails after the first write is partial, whatever else it is. */
  <T> T guarding(Supplier<T> whole) {
    try {
      return whole.get();
    } catch (ProvisioningException e) {
      if (!wrote || !verified || e.failure() == Failure.BUSY || e.failure() == Failure.PARTIAL) {
        throw e;
      }
      throw new ProvisioningException(
          Failure.PARTIAL,
          e.problem() + " " + (done == 1 ? "One step is" : done + " steps are") + " done.",
          e.remedy() + " Run apply again to finish.",
          e);
    }
  }
}
