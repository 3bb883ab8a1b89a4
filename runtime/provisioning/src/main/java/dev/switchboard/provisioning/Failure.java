package dev.switchboard.provisioning;

/** Why a run ended without doing what it was asked to; each kind has an exit code of its own. */
public enum Failure {
  /** Anything without a kind of its own. */
  FAILED(1),
  /** The platform differs from what was last applied. */
  DRIFT(3),
  /** A guard said no: a removal, a number of another application, a wrong account. A flag or a name allows it. */
  REFUSED(4),
  /** Another run holds the lease. */
  BUSY(5),
  /** The world moved since the plan was made. */
  STALE(6),
  /** Some of the steps are done; the next run finishes them. */
  PARTIAL(7),
  /** The platform does not accept the credentials, or there are none. */
  CREDENTIALS(8),
  /** No answer, or none that is worth anything, within the retries. */
  UNREACHABLE(9),
  /** What is live does not answer as it should. */
  VERIFICATION(10),
  /** The manifest, the configuration, the state or a key cannot be used. */
  INVALID(65);

  private final int exitCode;

  Failure(int exitCode) {
    this.exitCode = exitCode;
  }

  /** What a command that ends this way exits with. */
  public int exitCode() {
    return exitCode;
  }
}
