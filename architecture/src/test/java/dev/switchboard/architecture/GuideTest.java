package dev.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every piece of code in the guide is a piece of a file that the build compiles and runs, and every link leads somewhere. */
class GuideTest {
  private static final Path GUIDE = House.ROOT.resolve("docs/guide");
  private static final Set<String> CODE = Set.of("java", "xml", "yaml", "properties");
  private static final Pattern FENCE =
      Pattern.compile("(?:<!-- from (\\S+) -->\n)?```(\\w*)\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(GUIDE)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    }
  }

  @Test
  void thereIsAGuide() throws IOException {
    assertThat(pages()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void codeIsQuotedFromWhatTheBuildRuns(Path page) throws IOException {
    Matcher fences = FENCE.matcher(Files.readString(page));
    while (fences.find()) {
      if (!CODE.contains(fences.group(2))) {
        continue;
      }
      assertThat(fences.group(1)).as("where this is from:\n%s", fences.group(3)).isNotNull();
      List<String> source = stripped(Files.readString(House.ROOT.resolve(fences.group(1))));
      assertThat(String.join("\n", source))
          .as("quoted from %s", fences.group(1))
          .contains(String.join("\n", stripped(fences.group(3))));
    }
  }

  /** Lines without their indentation, which a quotation may leave out. */
  private static List<String> stripped(String text) {
    return text.lines().map(String::strip).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    Matcher links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      if (!links.group(1).startsWith("http")) {
        assertThat(GUIDE.resolve(links.group(1))).exists();
      }
    }
  }
}
