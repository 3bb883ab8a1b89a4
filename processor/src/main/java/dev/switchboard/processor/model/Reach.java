package dev.switchboard.processor.model;

/** Whether the generated router can call a method, and if not, what is in the way. */
public enum Reach {
  /** It can. */
  CALLABLE,
  /** Private. */
  PRIVATE,
  /** Static. */
  STATIC,
  /** Abstract, and not implemented in the class that the router is given. */
  ABSTRACT,
  /** Not public, in a class of another package than the app. */
  OTHER_PACKAGE,
  /** Has type parameters of its own. */
  GENERIC,
  /** Declares an exception that is no Exception. */
  THROWS_THROWABLE
}
