package dev.switchboard.commands;

import dev.switchboard.provisioning.Failure;
import java.util.Locale;
import java.util.stream.Stream;

/** How a command ends; scripts rely on the codes. */
public enum Outcome {
  /** What was asked for is done. */
  DONE(0),
  /** Anything without a code of its own. */
  FAILURE(1),
  /** There are changes, and the caller wanted to hear of them by the code. */
  CHANGES(2),
  /** The platform differs from what was last applied. */
  DRIFT(3),
  /** A guard said no; a flag or a typed name allows it. */
  REFUSED(4),
  /** Another run is at work. */
  BUSY(5),
  /** The world moved since the plan was made. */
  STALE(6),
  /** Some steps are done; the next run finishes them. */
  PARTIAL(7),
  /** No credentials, or wrong ones. */
  CREDENTIALS(8),
  /** The platform gave no answer. */
  UNREACHABLE(9),
  /** What is live does not answer as it should. */
  VERIFICATION(10),
  /** The command line is not understood. */
  USAGE(64),
  /** A manifest or the configuration cannot be used. */
  INVALID(65);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The outcome that a failure of the engine is; both have the same code. */
  public static Outcome of(Failure failure) {
    return Stream.of(values())
        .filter(outcome -> outcome.exitCode == failure.exitCode())
        .findFirst()
        .orElse(FAILURE);
  }

  /** What the process exits with. */
  public int exitCode() {
    return exitCode;
  }

  /** As documents and settings write it: {@code done}, {@code drift} ... */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
