package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.AppModel;

/** What came of reading an app. */
public sealed interface Read {

  /** All of it could be read. */
  record Ready(AppModel app) implements Read {}

  /**
   * It names a type that does not exist yet: another processor may write it, so ask again in the next round.
   *
   * @param type the name that the user wrote; empty where only the source text tells it
   * @param entry its place in {@code handlers}, or -1 where it stands elsewhere
   */
  record Waiting(String type, int entry) implements Read {}
}
