package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.Site;

/**
 * Something that an app names and that does not exist, or not yet: another processor may write it.
 *
 * @param kind what it would be
 * @param name as the user wrote it; empty where only the source text tells it
 * @param site where it is named
 */
public record Missing(Kind kind, String name, Site site) {

  /** What does not exist. */
  public enum Kind {
    /** A type in a header or a signature. */
    TYPE,
    /** A class that the app lists. */
    HANDLER_CLASS,
    /** What the app lists and what is no class, such as {@code int.class}. */
    NO_CLASS,
    /** The constant behind a value in one of our annotations. */
    VALUE
  }
}
