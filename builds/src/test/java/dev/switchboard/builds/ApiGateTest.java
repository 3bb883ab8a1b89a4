package dev.switchboard.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.builds.MavenProject.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dapi.baseline} refuses what breaks users: a later version of a module against the one that is installed. */
class ApiGateTest {
  private static final Path ROOT = Path.of("..");
  private static final String SOURCE =
      "annotations/src/main/java/dev/switchboard/annotations/SwitchboardApp.java";
  private static final String VERSION = System.getProperty("switchboard.version");

  @TempDir
  private Path folder;

  private MavenProject later;

  /** The parent as it is, with no other modules than this one and the BOM that the parent imports. */
  @BeforeEach
  void copy() throws IOException {
    copy("annotations/src/main");
    copy(".mvn"); // the compiler's checks need its flags
    for (String pom : List.of("pom.xml", "bom/pom.xml", "annotations/pom.xml")) {
      String text = Files.readString(ROOT.resolve(pom)).replace(VERSION, "99-SNAPSHOT");
      Path target = folder.resolve(pom);
      Files.createDirectories(target.getParent());
      Files.writeString(
          target,
          text.replaceFirst(
              "(?s)<modules>.*?</modules>",
              "<modules><module>bom</module><module>annotations</module></modules>"));
    }
    later = new MavenProject(folder);
  }

  @Test
  void theSameApiPasses() throws Exception {
    Outcome outcome = compared();

    assertThat(outcome.succeeded()).as("%s", outcome.said()).isTrue();
    assertThat(outcome.said()).contains("japicmp");
  }

  @Test
  void aMemberThatIsGoneIsRefused() throws Exception {
    later.edit(SOURCE, "String name()", "String title()");

    Outcome outcome = compared();

    assertThat(outcome.succeeded()).as("%s", outcome.said()).isFalse();
    assertThat(outcome.said()).contains("japicmp", "METHOD_REMOVED", "name()");
  }

  @Test
  void aMemberOfAnotherTypeIsRefused() throws Exception {
    later.edit(SOURCE, "boolean improveAi() default false", "int improveAi() default 0");

    Outcome outcome = compared();

    assertThat(outcome.succeeded()).as("%s", outcome.said()).isFalse();
    assertThat(outcome.said()).contains("japicmp", "METHOD_RETURN_TYPE_CHANGED", "improveAi()");
  }

  private Outcome compared() throws IOException, InterruptedException {
    return later.build(
        "verify", "-DskipTests", "-Dspotless.check.skip", "-Dapi.baseline=" + VERSION);
  }

  private void copy(String below) throws IOException {
    try (Stream<Path> all = Files.walk(ROOT.resolve(below))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(ROOT.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
