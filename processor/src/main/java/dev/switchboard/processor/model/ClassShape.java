package dev.switchboard.processor.model;

import java.util.List;

/**
 * What the generated code has to know of a class it names.
 *
 * @param kind class, record, interface, enum or annotation
 * @param isPublic public, and so is every class around it
 * @param nameable whether code of the app's package can name it: not private, not local, not hidden in another package
 * @param generic whether it has type parameters
 * @param isApp whether it is an app of its own
 * @param lints what the compiler says of code that names it
 */
public record ClassShape(
    Kind kind,
    boolean isPublic,
    boolean nameable,
    boolean generic,
    boolean isApp,
    List<Lint> lints) {

  /** Copies the list. */
  public ClassShape {
    lints = List.copyOf(lints);
  }

  /** The kinds of class. */
  public enum Kind {
    /** A class. */
    CLASS,
    /** A record. */
    RECORD,
    /** An interface. */
    INTERFACE,
    /** An enum. */
    ENUM,
    /** An annotation. */
    ANNOTATION
  }
}
