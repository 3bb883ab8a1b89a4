package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.ncco.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Where the checks write down what they notice. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  void error(Rule rule, String pointer, String message, String remedy) {
    add(rule, Severity.ERROR, pointer, message, remedy);
  }

  void warning(Rule rule, String pointer, String message, String remedy) {
    add(rule, Severity.WARNING, pointer, message, remedy);
  }

  void info(Rule rule, String pointer, String message, String remedy) {
    add(rule, Severity.INFO, pointer, message, remedy);
  }

  void add(Rule rule, Severity severity, String pointer, String message, String remedy) {
    all.add(new Finding(rule, pointer, severity, message, remedy));
  }

  List<Finding> list() {
    return List.copyOf(all);
  }
}
