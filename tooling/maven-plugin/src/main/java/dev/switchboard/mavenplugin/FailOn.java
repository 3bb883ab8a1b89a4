package dev.switchboard.mavenplugin;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.provisioning.config.Nearest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which outcomes fail the build. */
final class FailOn {
  private static final String ANY = "any";
  private static final String NEVER = "never";

  private FailOn() {}

  /**
   * Reads a list of words.
   *
   * @param words outcomes, {@code any} for all but {@code done}, or {@code never}; empty for all but {@code done} and
   *     {@code changes}
   */
  static Set<Outcome> read(List<String> words) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    if (words.isEmpty()) {
      outcomes.addAll(EnumSet.complementOf(EnumSet.of(Outcome.DONE, Outcome.CHANGES)));
    }
    for (String word : words) {
      switch (word.strip()) {
        case ANY -> outcomes.addAll(EnumSet.complementOf(EnumSet.of(Outcome.DONE)));
        case NEVER -> {}
        default -> outcomes.add(outcome(word.strip()));
      }
    }
    return outcomes;
  }

  private static Outcome outcome(String word) {
    List<String> known = new ArrayList<>(List.of(ANY, NEVER));
    Stream.of(Outcome.values())
        .filter(outcome -> outcome != Outcome.DONE)
        .map(Outcome::word)
        .forEach(known::add);
    return Stream.of(Outcome.values())
        .filter(outcome -> outcome != Outcome.DONE && outcome.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new CommandException(
            Outcome.USAGE,
            "switchboard.failOn has the word \"" + word + "\". "
                + Nearest.to(word, known)
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse("It takes: " + String.join(", ", known) + ".")));
  }
}
