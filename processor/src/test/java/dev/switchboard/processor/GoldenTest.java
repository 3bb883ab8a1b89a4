package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is written for each feature, compared as text. {@code -Dgolden.update=true} rewrites it, and is refused on CI. */
class GoldenTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicTest> goldens() {
    return Fixtures.folders(Fixtures.GOLDEN).stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  @Test
  void areNotUpdatedOnCi() {
    assertThat(UPDATE && System.getenv("CI") != null).as("golden.update on CI").isFalse();
  }

  private static void check(Path folder) throws IOException {
    SortedMap<String, String> written = folder.getFileName().toString().startsWith("broken-")
        ? broken(folder)
        : Fixtures.written(compile(folder));
    Path expected = folder.resolve("expected");
    if (UPDATE && System.getenv("CI") == null) {
      for (Map.Entry<String, String> file : written.entrySet()) {
        Path target = expected.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
    }
    SortedMap<String, String> wanted = new TreeMap<>();
    for (Path file : Fixtures.files(expected, "")) {
      wanted.put(expected.relativize(file).toString().replace('\\', '/'), Fixtures.text(file));
    }
    assertThat(written.keySet()).isEqualTo(wanted.keySet());
    wanted.forEach((name, text) -> assertThat(written.get(name)).as(name).isEqualTo(text));
  }

  private static Compilation compile(Path folder) {
    List<JavaFileObject> sources = new ArrayList<>(Fixtures.sources(folder.resolve("input")));
    if (!folder.getFileName().toString().endsWith("-serving-only")) {
      sources.addAll(Fixtures.sources(Fixtures.STUBS));
    }
    Compilation compilation = Fixtures.compile(sources);
    assertThat(compilation.status())
        .as("%s", compilation.diagnostics())
        .isEqualTo(Compilation.Status.SUCCESS);
    return compilation;
  }

  /** What is left to write of an app with mistakes, so that the mistakes are all that the compiler has to say. */
  private static SortedMap<String, String> broken(Path folder) throws IOException {
    List<Path> sources = new ArrayList<>(Fixtures.files(folder.resolve("input"), ".java"));
    sources.addAll(Fixtures.files(Fixtures.STUBS, ".java"));
    Javac compiled = Javac.compile(
        Files.createTempDirectory(Path.of("target"), "golden"),
        sources,
        List.of(),
        new SwitchboardProcessor());
    assertThat(compiled.succeeded()).isFalse();
    assertThat(compiled.diagnostics())
        .allSatisfy(said -> assertThat(said.getMessage(null)).contains("[SWB"));
    return compiled.written();
  }

  /** Long literals and comments apart, which cannot be broken. */
  @TestFactory
  Stream<DynamicTest> linesAreNoLongerThan120() {
    return Fixtures.files(Fixtures.GOLDEN, ".java").stream()
        .filter(file -> file.toString().contains("expected"))
        .map(file -> DynamicTest.dynamicTest(
            file.toString(),
            () -> assertThat(Fixtures.text(file).lines().filter(line -> line.length() > 120))
                .isEmpty()));
  }
}
