package dev.switchboard.manifest;

/** Goes with the first class of this module. */
final class Placeholder {
  private Placeholder() {}
}
