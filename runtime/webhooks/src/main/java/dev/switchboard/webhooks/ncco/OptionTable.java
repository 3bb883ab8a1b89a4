package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The options that an object of an NCCO takes, and what each must look like. Immutable once a constant holds it. */
final class OptionTable {
  /** What one value must look like. */
  @FunctionalInterface
  interface Shape {
    void check(Json value, String pointer, Findings findings);
  }

  private final String owner;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();

  /** @param owner what the options belong to, as a sentence names it */
  OptionTable(String owner) {
    this.owner = owner;
  }

  /** And an option that may be left out. */
  OptionTable option(String name, Shape shape) {
    shapes.put(name, shape);
    return this;
  }

  /** And an option that may not. */
  OptionTable required(String name, Shape shape) {
    required.add(name);
    return option(name, shape);
  }

  void check(Json object, String pointer, Findings findings) {
    for (String name : required) {
      if (!object.has(name)) {
        findings.error(
            Rule.REQUIRED,
            pointer,
            "The option " + name + " of " + owner + " is missing.",
            "Set it.");
      }
    }
    for (String name : object.names()) {
      String at = pointer + '/' + name.replace("~", "~0").replace("/", "~1");
      Shape shape = shapes.get(name);
      if (shape != null) {
        shape.check(object.get(name), at, findings);
      } else {
        findings.info(
            Rule.UNKNOWN_OPTION,
            at,
            "This version knows no such option of " + owner + ".",
            "Look for a slip of the pen; what the platform learnt later is sent as it is.");
      }
    }
  }
}
