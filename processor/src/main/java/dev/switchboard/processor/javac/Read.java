package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.AppModel;
import java.util.List;

/** What came of reading an app. */
public sealed interface Read {

  /** All of it could be read. */
  record Ready(AppModel app) implements Read {}

  /** It names what does not exist yet: another processor may write it, so ask again in the next round. */
  record Waiting(List<Missing> missing) implements Read {

    /** Copies the list. */
    public Waiting {
      missing = List.copyOf(missing);
    }
  }
}
