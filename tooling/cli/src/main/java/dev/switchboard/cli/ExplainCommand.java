package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.provisioning.config.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what the catalogue says about a diagnostic of the compiler. */
@Command(
    name = "explain",
    description = "Explain a diagnostic of the compiler.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private static final Pattern HEADING = Pattern.compile("^## ", Pattern.MULTILINE);

  private static final Pattern ID = Pattern.compile("SWB\\d{3}");

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "SWBnnn",
      description = "The id between the brackets at the end of the message.")
  String id = "";

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Map<String, String> sections = sections();
    String wanted = id.toUpperCase(Locale.ROOT);
    String section = sections.get(wanted);
    if (section == null) {
      throw new CommandException(
          Outcome.USAGE,
          "There is no diagnostic " + id + ". "
              + near(wanted, sections.keySet())
                  .map(near -> "Did you mean " + near + "?")
                  .orElse("They are called SWB and three digits, from "
                      + String.join(" to ", firstAndLast(sections.keySet())) + "."));
    }
    surroundings.terminal().text(section);
    return Outcome.DONE.exitCode();
  }

  /** Half of an id is digits, so that two wrong ones are another id and no slip. */
  private static Optional<String> near(String wanted, Collection<String> ids) {
    return Nearest.to(wanted, ids)
        .filter(near -> !ID.matcher(wanted).matches() || slips(wanted, near) == 1);
  }

  private static long slips(String wanted, String near) {
    return IntStream.range(0, near.length())
        .filter(i -> wanted.charAt(i) != near.charAt(i))
        .count();
  }

  private static List<String> firstAndLast(Collection<String> ids) {
    return List.of(Collections.min(ids), Collections.max(ids));
  }

  /** The catalogue's sections by id, as the headings {@code ## SWB101 ...} divide it. */
  static Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : HEADING.split(catalogue(), -1)) {
      if (section.startsWith("SWB")) {
        sections.put(section.split("\\W", 2)[0], section.strip() + "\n");
      }
    }
    return sections;
  }

  private static String catalogue() {
    try (InputStream in = ExplainCommand.class.getResourceAsStream("diagnostics.md")) {
      if (in == null) {
        throw new CommandException(
            Outcome.FAILURE,
            "This build of Switchboard has no catalogue. Build it from a whole checkout.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
