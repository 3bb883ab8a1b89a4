package dev.switchboard.processor.diagnostics;

import dev.switchboard.processor.model.Site;

/**
 * One finding.
 *
 * @param rule what it breaks
 * @param site where to edit
 * @param message what is wrong and how to mend it, in the user's names
 */
public record Diagnostic(Rule rule, Site site, String message) {

  /** Whether the application cannot be built. */
  public boolean isError() {
    return rule.severity() == Severity.ERROR;
  }

  /** As it is printed: the message, then the id in brackets. */
  public String text() {
    return message + " [" + rule.id() + "]";
  }
}
