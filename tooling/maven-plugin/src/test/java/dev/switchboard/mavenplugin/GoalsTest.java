package dev.switchboard.mavenplugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No goal without a real build below {@code src/it} that runs it. */
class GoalsTest {
  private static final Pattern GOAL = Pattern.compile("(?s)<mojo>\\s*<goal>([a-z-]+)</goal>");

  @Test
  void eachGoalRunsInABuild() throws IOException {
    String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
    List<String> goals = GOAL.matcher(descriptor)
        .results()
        .map(goal -> goal.group(1))
        .filter(goal -> !goal.equals("help"))
        .toList();
    assertThat(goals)
        .containsExactlyInAnyOrder(
            "manifest",
            "validate",
            "plan",
            "apply",
            "drift",
            "status",
            "destroy",
            "verify",
            "export",
            "report",
            "sandbox-start",
            "sandbox-stop");
    String builds = builds();
    assertThat(goals)
        .allSatisfy(goal -> assertThat(builds)
            .containsAnyOf("<goal>" + goal + "</goal>", "<report>" + goal + "</report>"));
  }

  private static String builds() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/it"))) {
      List<Path> poms = files.filter(file -> file.endsWith("pom.xml")).toList();
      return poms.stream().map(GoalsTest::text).collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
