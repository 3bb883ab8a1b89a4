package dev.switchboard.processor;

/** Goes with the first class of this module. */
final class Placeholder {
  private Placeholder() {}
}
