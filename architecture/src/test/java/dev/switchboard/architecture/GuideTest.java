package dev.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every snippet of the guide and of the README says above itself how it is checked, and is. {@code from FILE}: it is a piece of a file that the
 * build compiles and runs. {@code file NAME, built by TEST} and {@code run by TEST}: that test takes it from the page. {@code coordinates}: the
 * modules that it names exist, in this version.
 */
class GuideTest {
  private static final Path GUIDE = House.ROOT.resolve("docs/guide");

  private static final Pattern FENCE = Pattern.compile(
      "(?:^<!-- (?<claim>[^\\n]+) -->\\n)?^```(?<language>\\w*)\\n(?<code>.*?)\\n```$",
      Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern FROM = Pattern.compile("from (\\S+)");
  private static final Pattern BY = Pattern.compile("(?:file \\S+, )?(?:built|run) by (\\S+)");
  private static final Pattern MODULE = Pattern.compile("dev\\.switchboard:([a-z-]+):([^\"]+)");
  private static final Pattern INDENTED = Pattern.compile("\\n\\n {4,}\\S");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");

  /** Pictures, and what a program printed. */
  private static final List<String> NO_CODE = List.of("mermaid", "text");

  /** Where files lie that the build compiles or builds, or that a test takes whole. */
  private static final Pattern BUILT = Pattern.compile(
      ".*/src/(main|test)/java/.*|builds/src/test/projects/.*|example/target/generated-sources/.*"
          + "|example/(pom.xml|switchboard.yaml)|docs/guide/first-app.md");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(GUIDE)) {
      return Stream.concat(
          files.filter(file -> file.toString().endsWith(".md")).sorted(),
          Stream.of(House.ROOT.resolve("README.md")))
          .toList()
          .stream();
    }
  }

  @Test
  void thereIsAGuide() throws IOException {
    assertThat(pages()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everySnippetIsChecked(Path page) throws IOException {
    String text = Files.readString(page);
    Matcher fences = FENCE.matcher(text);
    int found = 0;
    while (fences.find()) {
      found++;
      if (!NO_CODE.contains(fences.group("language"))) {
        String code = fences.group("code");
        assertThat(fences.group("claim")).as("how this is checked:\n%s", code).isNotNull();
        check(page, fences.group("claim"), code);
      }
    }
    assertThat(text.lines().filter(line -> line.startsWith("```"))).hasSize(2 * found);
    assertThat(INDENTED.matcher(fences.reset().replaceAll("")).find())
        .as("code without a fence")
        .isFalse();
  }

  private static void check(Path page, String claim, String code) throws IOException {
    Matcher from = FROM.matcher(claim);
    Matcher by = BY.matcher(claim);
    if (from.matches()) {
      assertThat(from.group(1)).as("a file that the build compiles").matches(BUILT);
      assertThat(stripped(Files.readString(House.ROOT.resolve(from.group(1)))))
          .as("quoted from %s", from.group(1))
          .contains(stripped(code));
    } else if (by.matches()) {
      assertThat(House.ROOT.resolve(by.group(1)))
          .content()
          .as("it takes the page")
          .contains(page.getFileName().toString());
    } else {
      assertThat(claim).isEqualTo("coordinates");
      coordinates(code);
    }
  }

  private static void coordinates(String code) throws IOException {
    String bom = Files.readString(House.ROOT.resolve("bom/pom.xml"));
    Matcher modules = MODULE.matcher(code);
    int found = 0;
    while (modules.find()) {
      found++;
      assertThat(bom).contains("<artifactId>" + modules.group(1) + "</artifactId>");
      assertThat(modules.group(2)).isEqualTo(System.getProperty("switchboard.version"));
    }
    assertThat(found).as("modules of ours").isPositive();
  }

  /** Lines without their indentation, which a quotation may leave out. */
  private static String stripped(String text) {
    return String.join("\n", text.lines().map(String::strip).toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    Matcher links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      if (!links.group(1).startsWith("http")) {
        assertThat(page.resolveSibling(links.group(1))).exists();
      }
    }
  }
}
