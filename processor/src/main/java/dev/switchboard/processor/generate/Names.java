package dev.switchboard.processor.generate;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of variables: no keyword, none twice in one scope. */
final class Names {
  private final Set<String> taken;

  Names(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** A scope inside this one: sees its names, keeps its own to itself. */
  Names inner() {
    return new Names(taken);
  }

  /** The name itself where it is free, else with a number behind it. */
  String unique(String wanted) {
    String name = wanted;
    for (int number = 2; SourceVersion.isKeyword(name) || !taken.add(name); number++) {
      name = wanted + number;
    }
    return name;
  }
}
