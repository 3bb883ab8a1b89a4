package dev.switchboard.sandbox.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All work that has left the loop and will come back. Guarded by the loop's lock. */
final class Absences {
  private final List<Absence> underWay = new ArrayList<>();
  private final Duration patience;

  Absences(Duration patience) {
    this.patience = patience;
  }

  void add(Absence absence) {
    underWay.add(absence);
  }

  void remove(Absence absence) {
    underWay.remove(absence);
  }

  boolean isEmpty() {
    return underWay.isEmpty();
  }

  /** How long it still keeps virtual time from moving, in real nanoseconds. */
  long pinnedNanos() {
    long now = System.nanoTime();
    long longest = 0;
    for (Absence absence : underWay) {
      longest = Math.max(longest, absence.since() + patience.toNanos() - now);
    }
    return longest;
  }
}
