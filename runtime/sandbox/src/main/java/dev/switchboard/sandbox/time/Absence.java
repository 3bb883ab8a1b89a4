package dev.switchboard.sandbox.time;

/** Work that has left the loop and will come back. Made by {@link Loop#leave}. */
public final class Absence {
  private final Loop loop;
  private final long since;

  Absence(Loop loop, long since) {
    this.loop = loop;
    this.since = since;
  }

  /** The work is back: whatever it has to say is in a task of the loop by now. */
  public void end() {
    loop.ended(this);
  }

  long since() {
    return since;
  }
}
