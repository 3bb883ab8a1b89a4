package dev.switchboard.processor.diagnostics;

/** How grave a finding is. */
public enum Severity {
  /** The application would not work: it does not compile. */
  ERROR,
  /** Very likely not meant; {@code @SuppressWarnings} with the rule's id switches it off. */
  WARNING
}
