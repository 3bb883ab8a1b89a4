package dev.switchboard.sandbox.time;

/** The sandbox was closed while somebody still wanted something of it. */
public final class ClosedLoopException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  ClosedLoopException() {
    super("the sandbox is closed");
  }
}
