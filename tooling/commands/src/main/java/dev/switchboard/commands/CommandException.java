package dev.switchboard.commands;

/** A command that ends early: how, and a sentence with its remedy. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  /**
   * An early end.
   *
   * @param sentence what is wrong and what to do about it; each line of it is a problem of its own
   */
  public CommandException(Outcome outcome, String sentence) {
    super(sentence);
    this.outcome = outcome;
  }

  /** Somebody else listens where a command wanted to. */
  public static CommandException portTaken(int port) {
    return new CommandException(
        Outcome.FAILURE,
        "Port " + port
            + " of 127.0.0.1 is in use. Stop what listens there, or name another with --port"
            + " (0 takes any free one).");
  }

  /** How the command ends. */
  public Outcome outcome() {
    return outcome;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
