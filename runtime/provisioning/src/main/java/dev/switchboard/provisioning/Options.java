package dev.switchboard.provisioning;

/**
 * What a run may do beyond adding and changing.
 *
 * @param takeNumbers link a number also when another application holds it
 * @param allowRemovals take capabilities off the application, and unlink numbers
 * @param verify send a signed synthetic webhook to every URL before numbers are moved, and move none where one fails
 */
public record Options(boolean takeNumbers, boolean allowRemovals, boolean verify) {
  /** None of it. */
  public static final Options DEFAULT = new Options(false, false);

  /** Without verification: it calls the app's own methods, so it has to be asked for. */
  public Options(boolean takeNumbers, boolean allowRemovals) {
    this(takeNumbers, allowRemovals, false);
  }

  /** The same, and numbers may be taken. */
  public Options takingNumbers() {
    return new Options(true, allowRemovals, verify);
  }

  /** The same, and removals are allowed. */
  public Options allowingRemovals() {
    return new Options(takeNumbers, true, verify);
  }

  /** The same, and the URLs are verified before numbers are moved. */
  public Options verifying() {
    return new Options(takeNumbers, allowRemovals, true);
  }
}
