package dev.switchboard.sandbox.time;

/** Work that has left the loop and will come back. Made by {@link Loop#leave}. */
public final class Absence {
  private final Loop loop;
  private volatile long since;

  Absence(Loop loop, long since) {
    this.loop = loop;
    this.since = since;
  }

  /** The work is back: whatever it has to say is in a task of the loop by now. */
  public void end() {
    loop.ended(this);
  }

  /** The work will be back soon, however long it has been away: it is waited for with fresh patience. */
  public void renew() {
    since = System.nanoTime();
  }

  long since() {
    return since;
  }
}
