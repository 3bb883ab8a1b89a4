package dev.switchboard.commands;

import dev.switchboard.manifest.reader.ManifestException;
import dev.switchboard.manifest.scan.ScanException;
import dev.switchboard.provisioning.ProvisioningException;
import dev.switchboard.provisioning.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a command ended early.
 *
 * @param outcome how
 * @param sentences what is wrong and what to do, each on its own
 * @param places where in Switchboard, for a fault of ours; else empty
 */
public record Problem(Outcome outcome, List<String> sentences, List<String> places) {
  /** Copies the lists. */
  public Problem {
    sentences = List.copyOf(sentences);
    places = List.copyOf(places);
  }

  /** What an exception means. */
  public static Problem of(Exception failure) {
    if (failure instanceof CommandException known) {
      return new Problem(known.outcome(), known.sentence().lines().toList(), List.of());
    }
    if (failure instanceof ProvisioningException ended) {
      return new Problem(
          Outcome.of(ended.failure()), List.of(String.valueOf(ended.getMessage())), List.of());
    }
    if (failure instanceof ScanException
        || failure instanceof ManifestException
        || failure instanceof ConfigException) {
      return new Problem(
          Outcome.INVALID, String.valueOf(failure.getMessage()).lines().toList(), List.of());
    }
    // Its message may quote what it was given, so only its place is shown.
    List<String> places = new ArrayList<>();
    Stream.of(failure.getStackTrace()).forEach(place -> places.add("    at " + place));
    return new Problem(
        Outcome.FAILURE,
        List.of("This is a fault in Switchboard, please report it with these lines: "
            + failure.getClass().getName()),
        places);
  }

  /** Tells people. */
  public void print(Console console) {
    sentences.forEach(console::problem);
    places.forEach(console::line);
  }
}
