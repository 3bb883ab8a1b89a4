package dev.switchboard.processor.model;

/**
 * What a handler method gives back.
 *
 * @param shape how the generated code treats it
 * @param type as the user reads it: {@code Optional<Ncco>}
 */
public record Returns(Shape shape, String type) {

  /** The shapes that a router can turn into an answer, and all others. */
  public enum Shape {
    /** {@code void}. */
    NOTHING,
    /** {@code CompletionStage<Void>} or a subtype of it. */
    NOTHING_LATER,
    /** {@code Ncco}. */
    NCCO,
    /** {@code Optional<Ncco>}. */
    NCCO_IF_ANY,
    /** {@code CompletionStage<Ncco>} or a subtype of it. */
    NCCO_LATER,
    /** {@code CompletionStage<Optional<Ncco>>} or a subtype of it. */
    NCCO_IF_ANY_LATER,
    /** {@code AudioHandler} or a subtype of it. */
    AUDIO,
    /** Nothing that the platform could use. */
    OTHER
  }

  /** Whether call instructions may come of it. */
  public boolean givesNcco() {
    return switch (shape) {
      case NCCO, NCCO_IF_ANY, NCCO_LATER, NCCO_IF_ANY_LATER -> true;
      case NOTHING, NOTHING_LATER, AUDIO, OTHER -> false;
    };
  }

  /** Whether it can also mean that the call goes on with the NCCO it has. */
  public boolean isOptional() {
    return shape == Shape.NCCO_IF_ANY || shape == Shape.NCCO_IF_ANY_LATER;
  }
}
