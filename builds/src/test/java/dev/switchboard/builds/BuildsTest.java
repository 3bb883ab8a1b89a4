package dev.switchboard.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.builds.MavenProject.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/builds.md} promises, by the builds that it shows. */
class BuildsTest {
  private static final String ONE = "src/main/java/example/One.java";

  @TempDir
  private Path folder;

  @Test
  void anIncrementalBuildLeavesNothingStale() throws Exception {
    MavenProject project = MavenProject.copy("plain", folder.resolve("plain"));
    succeeds(project.compile());
    SortedMap<String, String> first = project.files("classes");
    assertThat(first)
        .containsKeys(
            "META-INF/switchboard/example.One.json",
            "META-INF/switchboard/example.Two.json",
            "example/OneRouter.class",
            "example/TwoRouter.class");

    // Maven compiles the whole module again; nothing of the other app is another byte for it.
    project.edit(ONE, "/One/event", "/One/events");
    succeeds(project.compile());
    SortedMap<String, String> changed = project.files("classes");
    assertThat(changed.keySet()).isEqualTo(first.keySet());
    first.forEach((file, bytes) -> {
      if (file.contains("Two")) {
        assertThat(changed.get(file)).as(file).isEqualTo(bytes);
      }
    });
    String manifest = "META-INF/switchboard/example.One.json";
    assertThat(changed.get(manifest)).isNotEqualTo(first.get(manifest));

    // A mistake outside our sight, with a new path: neither the old manifest nor the new one stays.
    project.edit(ONE, "/One/events", "/One/newest");
    project.edit(ONE, "talk(\"Hello.\")", "talk(1)");
    assertThat(project.compile().succeeded()).isFalse();
    assertThat(project.files("classes")).doesNotContainKey("META-INF/switchboard/example.One.json");

    // Renamed and right again: only the new name is left, in sources and classes.
    project.edit(ONE, "talk(1)", "talk(\"Hello.\")");
    project.edit(ONE, "class One", "class Uno");
    Files.move(project.folder().resolve(ONE), project.folder().resolve(ONE.replace("One", "Uno")));
    succeeds(project.compile());
    assertThat(project.files("classes").keySet())
        .noneMatch(file -> file.contains("One"))
        .contains("META-INF/switchboard/example.Uno.json", "example/UnoRouter.class");
    assertThat(project.files("generated-sources").keySet()).noneMatch(file -> file.contains("One"));

    // Removed.
    Files.delete(project.folder().resolve(ONE.replace("One", "Uno")));
    succeeds(project.compile());
    assertThat(project.files("classes").keySet())
        .containsExactly(
            "META-INF/switchboard/example.Two.json",
            "example/Two.class",
            "example/TwoRouter.class",
            "example/TwoRoutes.class");
  }

  @Test
  void lombokMapStructAndDaggerWorkInTheSameCompilation() throws Exception {
    MavenProject project = MavenProject.copy("together", folder.resolve("together"));
    Outcome outcome = project.compile();
    succeeds(outcome);
    assertThat(outcome.said()).doesNotContain("SWB");
    assertThat(project.files("classes"))
        .containsKeys(
            "META-INF/switchboard/example.Line.json",
            "example/LineRouter.class",
            "example/BookingMapperImpl.class",
            "example/DaggerServing.class");
  }

  @Test
  void anAppMayBeAModule() throws Exception {
    MavenProject project = MavenProject.copy("modular", folder.resolve("modular"));
    succeeds(project.compile());
    assertThat(project.files("classes"))
        .containsKeys(
            "module-info.class",
            "META-INF/switchboard/example.Line.json",
            "example/LineRouter.class");
  }

  /** Strictly: a warning in generated code would fail it. */
  @Test
  void handlersMayComeFromAnotherModule() throws Exception {
    MavenProject project = MavenProject.copy("modules", folder.resolve("modules"));
    succeeds(project.compile());
    SortedMap<String, String> line =
        new MavenProject(project.folder().resolve("line")).files("classes");
    assertThat(line)
        .containsKeys(
            "module-info.class",
            "META-INF/switchboard/com.example.line.Line.json",
            "com/example/line/LineRouter.class");
    byte[] manifest =
        HexFormat.of().parseHex(line.get("META-INF/switchboard/com.example.line.Line.json"));
    assertThat(new String(manifest, StandardCharsets.UTF_8))
        .contains(
            "com.example.desk.Desk#over(CallEvent.Completed)",
            "com.example.desk.Desk#event(CallEvent,CallState<Desk.Booking>)");
  }

  @Test
  void kotlinGoesThroughKapt() throws Exception {
    MavenProject project = MavenProject.copy("kotlin", folder.resolve("kotlin"));
    succeeds(project.compile());
    assertThat(project.files("").keySet())
        .anyMatch(file -> file.endsWith("META-INF/switchboard/example.Line.json"))
        .contains("classes/example/Line.class", "classes/example/LineRouter.class");
    assertThat(project.files("classes")).containsKey("META-INF/switchboard/example.Line.json");
  }

  @Test
  void everySnippetOfTheDocumentationIsBuilt() throws IOException {
    List<String> snippets = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("../docs/builds.md")))
        .results()
        .map(found -> lines(found.group(1)))
        .toList();
    assertThat(snippets).hasSizeGreaterThan(1);
    try (Stream<Path> all = Files.walk(Path.of("src/test/projects"))) {
      List<String> poms = all.filter(file -> file.endsWith("pom.xml"))
          .map(BuildsTest::text)
          .map(BuildsTest::lines)
          .toList();
      assertThat(snippets)
          .allSatisfy(snippet -> assertThat(poms).anyMatch(pom -> pom.contains(snippet)));
    }
  }

  private static void succeeds(Outcome outcome) {
    assertThat(outcome.succeeded()).as("%s", outcome.said()).isTrue();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Without indentation. */
  private static String lines(String text) {
    return String.join(
        "\n", text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }
}
