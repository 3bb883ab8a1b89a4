package dev.switchboard.cli;

/** What the process exits with; scripts rely on these. */
final class ExitCode {
  /** What was asked for is done. */
  static final int DONE = 0;
  /** Anything without a code of its own. */
  static final int FAILURE = 1;
  /** {@code plan --detailed-exitcode} found changes. */
  static final int CHANGES = 2;
  /** The platform differs from what was last applied. */
  static final int DRIFT = 3;
  /** A guard said no; a flag or a typed name allows it. */
  static final int REFUSED = 4;
  /** Another run is at work. */
  static final int BUSY = 5;
  /** The world moved since the plan was saved. */
  static final int STALE = 6;
  /** Some steps are done; the next run finishes them. */
  static final int PARTIAL = 7;
  /** No credentials, or wrong ones. */
  static final int CREDENTIALS = 8;
  /** The platform gave no answer. */
  static final int UNREACHABLE = 9;
  /** What is live does not answer as it should. */
  static final int VERIFICATION = 10;
  /** The command line is not understood. */
  static final int USAGE = 64;
  /** A manifest or the configuration cannot be used. */
  static final int INVALID = 65;

  private ExitCode() {}
}
