package dev.switchboard.provisioning;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run that ended early: one sentence on what happened, one on what to do. Neither holds a key, a secret or anything
 * of the remote application that the manifest does not own.
 */
public final class ProvisioningException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final String problem;
  private final String remedy;

  /**
   * An end without a cause worth showing.
   *
   * @param problem a sentence, in the user's words
   * @param remedy what to do now, a sentence
   */
  public ProvisioningException(Failure failure, String problem, String remedy) {
    this(failure, problem, remedy, null);
  }

  /**
   * An end with a cause.
   *
   * @param problem a sentence, in the user's words
   * @param remedy what to do now, a sentence
   * @param cause for a stack trace; null when there is none
   */
  public ProvisioningException(
      Failure failure, String problem, String remedy, @Nullable Throwable cause) {
    super(problem + " " + remedy, cause);
    this.failure = Objects.requireNonNull(failure);
    this.problem = problem;
    this.remedy = remedy;
  }

  /** Its kind, and with it the exit code. */
  public Failure failure() {
    return failure;
  }

  /** What happened. */
  public String problem() {
    return problem;
  }

  /** What to do now. */
  public String remedy() {
    return remedy;
  }
}
