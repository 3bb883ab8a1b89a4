package dev.switchboard.webhooks.ncco;

import static dev.switchboard.webhooks.ncco.Finding.Severity.ERROR;

import dev.switchboard.webhooks.ncco.Finding.Severity;

/**
 * One breach of one rule.
 *
 * @param actions in JSON, to be put between the actions of a valid NCCO
 * @param action the one of them that is reported
 * @param pointer from that action on
 * @param last whether it is a breach only where nothing follows
 */
record Breach(
    Rule rule, Severity severity, String actions, int action, String pointer, boolean last) {
  /** By the first of the actions. */
  static Breach of(Rule rule, String pointer, String... actions) {
    return new Breach(rule, ERROR, String.join("", actions).replace('\'', '"'), 0, pointer, false);
  }

  Breach as(Severity other) {
    return new Breach(rule, other, actions, action, pointer, last);
  }

  Breach reportedAt(int index) {
    return new Breach(rule, severity, actions, index, pointer, last);
  }

  Breach atTheEnd() {
    return new Breach(rule, severity, actions, action, pointer, true);
  }
}
