package dev.switchboard.webhooks.ncco;

/**
 * One thing that {@link NccoChecker} noticed. It quotes names of options and numbers, never a text that is spoken or a
 * number that is called.
 *
 * @param rule what is broken
 * @param pointer where: a JSON pointer (RFC 6901) from the root of the NCCO, empty for the root itself
 * @param severity what the platform makes of it
 * @param message what is wrong, in a sentence
 * @param remedy what to do, in a sentence
 */
public record Finding(Rule rule, String pointer, Severity severity, String message, String remedy) {
  /** What the platform makes of it, worst first. */
  public enum Severity {
    /** Refuses the NCCO, or cannot do what it says. */
    ERROR,
    /** Does something else than it says. */
    WARNING,
    /** Does what it says, which may not be what is meant. */
    INFO
  }

  /** One line: {@code ERROR 2 /0/bargeIn: message Remedy.} */
  @Override
  public String toString() {
    return severity + " " + rule.number() + ' ' + (pointer.isEmpty() ? "/" : pointer) + ": "
        + message + ' ' + remedy;
  }
}
