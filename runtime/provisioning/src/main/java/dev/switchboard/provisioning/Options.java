package dev.switchboard.provisioning;

/**
 * What a run may do beyond adding and changing.
 *
 * @param takeNumbers link a number also when another application holds it
 * @param allowRemovals take capabilities off the application, and unlink numbers
 */
public record Options(boolean takeNumbers, boolean allowRemovals) {
  /** Neither. */
  public static final Options DEFAULT = new Options(false, false);

  /** The same, and numbers may be taken. */
  public Options takingNumbers() {
    return new Options(true, allowRemovals);
  }

  /** The same, and removals are allowed. */
  public Options allowingRemovals() {
    return new Options(takeNumbers, true);
  }
}
