package dev.switchboard.processor.model;

/**
 * What the platform accepts for a number.
 *
 * @param min smallest
 * @param max largest
 */
public record Range(int min, int max) {

  /** Whether the platform accepts it. */
  public boolean holds(int value) {
    return min <= value && value <= max;
  }

  /** {@code 300 to 1000}. */
  @Override
  public String toString() {
    return min + " to " + max;
  }
}
