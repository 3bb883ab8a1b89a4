package dev.switchboard.provisioning;

/**
 * Where a process is killed.
 *
 * @param kind at which moment of a request or of a write
 * @param number of the how many-eth request or write, from 1
 */
record KillPoint(Kind kind, int number) {
  /** The moments of the HTTP and of the file layer. */
  enum Kind {
    BEFORE_SEND,
    /** The platform has done it; the answer is on its way. */
    IN_FLIGHT,
    AFTER_REPLY,
    BEFORE_WRITE,
    BEFORE_RENAME,
    AFTER_RENAME
  }

  @Override
  public String toString() {
    return kind + " " + number;
  }
}
