package dev.switchboard.provisioning;

import java.util.List;

/**
 * How the platform differs from what was last applied, whatever the manifest says today.
 *
 * @param changes value by value: {@code before} is what was applied, {@code after} what is there now
 * @param restChanged whether anything changed that the manifest does not own; only a hash of it is known
 * @param notes what one should know beside that
 */
public record Drift(List<Change> changes, boolean restChanged, List<String> notes) {
  /** Copies the lists. */
  public Drift {
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /** Whether what we own is as we left it. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
