package dev.switchboard.cli;

import dev.switchboard.commands.Report.Format;
import dev.switchboard.provisioning.config.Nearest;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --format}: for whom the result is written. */
final class FormatOption {
  private static final List<String> WORDS = Stream.of(Format.values())
      .map(format -> format.name().toLowerCase(Locale.ROOT))
      .toList();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Converter.class,
      completionCandidates = Candidates.class,
      description =
          "text (default) for people, json, md or junit: one document on standard output.")
  Format format = Format.TEXT;

  /** Formats as they are typed: in lower case. */
  static final class Converter implements ITypeConverter<Format> {
    @Override
    public Format convert(String typed) {
      if (WORDS.contains(typed)) {
        return Format.valueOf(typed.toUpperCase(Locale.ROOT));
      }
      throw new TypeConversionException("there is no format \"" + typed + "\", "
          + Nearest.to(typed, WORDS)
              .map(near -> "did you mean " + near + "?")
              .orElse("there is " + String.join(", ", WORDS)));
    }
  }

  /** For the completion of shells. */
  static final class Candidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return WORDS.iterator();
    }
  }
}
