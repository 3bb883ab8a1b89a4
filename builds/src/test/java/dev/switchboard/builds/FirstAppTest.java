package dev.switchboard.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.builds.MavenProject.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/guide/first-app.md} is a project: its files are written as the page shows them, and its command is run. */
class FirstAppTest {
  private static final Path PAGE = Path.of("../docs/guide/first-app.md");
  private static final Pattern FILE =
      Pattern.compile("<!-- file (\\S+), built by \\S+ -->\n```\\w+\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("<!-- run by \\S+ -->\n```sh\nmvn (.*?)\n```", Pattern.DOTALL);

  @TempDir
  private Path folder;

  @Test
  void itsProjectIsBuiltAndTested() throws Exception {
    String page = Files.readString(PAGE);
    List<MatchResult> files = FILE.matcher(page).results().toList();
    assertThat(files).extracting(file -> file.group(1)).contains("pom.xml").hasSize(3);
    for (MatchResult file : files) {
      write(file.group(1), file.group(2));
    }
    List<MatchResult> commands = COMMAND.matcher(page).results().toList();
    assertThat(commands).hasSize(1);

    Outcome outcome = new MavenProject(folder).build(commands.get(0).group(1).split(" "));

    assertThat(outcome.succeeded()).as("%s", outcome.said()).isTrue();
    assertThat(outcome.said()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
