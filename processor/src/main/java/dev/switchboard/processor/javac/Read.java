package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.AppModel;

/** What came of reading an app. */
public sealed interface Read {

  /** All of it could be read. */
  record Ready(AppModel app) implements Read {}

  /**
   * It names a type that does not exist yet: another processor may write it, so ask again in the next round.
   *
   * @param what is missing, as a message says it
   * @param type the name that the user wrote; empty where that cannot be told
   */
  record Waiting(String what, String type) implements Read {}
}
