package dev.switchboard.client;

/** Goes with the first class of this module. */
final class Placeholder {
  private Placeholder() {}
}
