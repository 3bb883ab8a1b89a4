package dev.switchboard.processor.model;

/**
 * A warning that the user's own declarations put into code that uses them: there the user has seen it, and in generated code nobody could
 * mend it.
 *
 * @param kind what the compiler calls it
 * @param cause a sentence without its full stop: {@code Line is deprecated}
 */
public record Lint(Kind kind, String cause) {

  /** The warnings, in the order in which they are written. */
  public enum Kind {
    /** Of what is deprecated. */
    DEPRECATION("deprecation"),
    /** Of what is deprecated and about to be removed. */
    REMOVAL("removal"),
    /** Of a call whose types are not known because of a raw type. */
    UNCHECKED("unchecked");

    private final String token;

    Kind(String token) {
      this.token = token;
    }

    /** As {@code @SuppressWarnings} takes it. */
    public String token() {
      return token;
    }
  }
}
