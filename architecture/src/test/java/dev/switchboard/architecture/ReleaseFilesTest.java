package dev.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code mvn -Prelease verify} has made for each module: the jar, its sources, its Javadoc, and its bill of materials. */
@Tag("release")
class ReleaseFilesTest {
  static Stream<House.Module> modules() {
    return House.MODULES.values().stream();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everythingIsThere(House.Module module) throws Exception {
    String artifact = PublishedPomsTest.text(PublishedPomsTest.read(module.pom()), "artifactId");
    List<String> files = files(module.pom().resolveSibling("target"));

    assertThat(files).anyMatch(file -> file.matches(artifact + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"));
    assertThat(files).anyMatch(file -> file.matches(artifact + "-.*-sources\\.jar"));
    assertThat(files).anyMatch(file -> file.matches(artifact + "-.*-javadoc\\.jar"));
    assertThat(files)
        .anyMatch(file -> file.matches("bom\\.json|" + artifact + "-.*-cyclonedx\\.json"));
    for (String file : files) {
      if (file.endsWith("-sources.jar") || file.endsWith("-javadoc.jar")) {
        try (JarFile jar =
            new JarFile(module.pom().resolveSibling("target").resolve(file).toFile())) {
          assertThat(jar.stream().map(Object::toString))
              .as(file)
              .anyMatch(name -> name.matches(".*\\.(java|html)|README\\.md"));
        }
      }
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
