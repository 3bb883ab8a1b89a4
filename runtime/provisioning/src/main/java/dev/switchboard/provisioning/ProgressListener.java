package dev.switchboard.provisioning;

import java.time.Duration;

/** Hears of the steps of an apply as they happen, on the thread that applies. */
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE = new ProgressListener() {};

  /** A step begins. */
  default void started(Step step) {}

  /** A step is done. */
  default void finished(Step step, Duration took) {}

  /** A step failed; the exception comes to the caller of apply next. */
  default void failed(Step step, ProvisioningException failure) {}
}
