package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Outcome;
import dev.switchboard.example.PizzaLine;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The scenes of the README's command, played as a reader plays them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
  private Run run = new Run(-1, "", "");

  @TempDir
  Path folder = Path.of("");

  @BeforeAll
  void play(@TempDir Path elsewhere) throws URISyntaxException {
    run = Run.in(elsewhere, "demo", "--classes", classes());
  }

  @Test
  void endsWell() {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(run.out()).contains("Done in ");
  }

  @Test
  void showsManifestPlanAndSteps() {
    assertThat(run.out())
        .contains("\"app\": \"dev.switchboard.example.PizzaLine\"")
        .containsPattern("sandbox listening on http://127\\.0\\.0\\.1:[0-9]+")
        .containsPattern(
            "\\+ voice\\.answer_url +GET http://127\\.0\\.0\\.1:[0-9]+/webhooks/answer +PizzaLine\\.java:[0-9]+")
        .contains("ok create application \"Pizza Line demo\"");
  }

  @Test
  void aCallPressesAKeyAndHearsTheAnswer() {
    assertThat(scene(1))
        .contains("<- talk \"Welcome to the pizza line.\"", "presses 1", "input: digits 1")
        .containsPattern("/webhooks/choice .* 200 ")
        .contains("hears    \"One margherita is in the oven.");
  }

  @Test
  void theFallbackAnswersWhenTheAnswerUrlFails() {
    assertThat(scene(2))
        .containsPattern("/webhooks/answer .*attempt 2")
        .containsPattern("/webhooks/fallback-answer .* 200 ")
        .contains("hears    \"Our oven is down. Please call again in ten minutes.\"");
  }

  @Test
  void aMessageIsAnsweredAndItsStatusesArrive() {
    assertThat(scene(3)).containsPattern("POST +/webhooks/inbound").contains("gets ");
    assertThat(scene(4))
        .containsPattern("/webhooks/status +submitted +204")
        .containsPattern("/webhooks/status +delivered +204");
  }

  @Test
  void aSecondApplyChangesNothing() {
    assertThat(run.out().substring(run.out().indexOf("A second apply")))
        .contains("No changes: the platform is what the manifest says.");
  }

  @Test
  void anAppThatDoesNotStartIsASentence() throws URISyntaxException {
    Run broken = Run.in(folder, "demo", "--classes", classes(), "--main", "no.such.Main");

    assertThat(broken.exitCode()).isEqualTo(Outcome.FAILURE.exitCode());
    assertThat(broken.err()).contains("The application ended at once.", "no.such.Main", "--main");
  }

  private String scene(int number) {
    int start = run.out().indexOf("Scene " + number + " of 4");
    int end = number < 4
        ? run.out().indexOf("Scene " + (number + 1) + " of 4")
        : run.out().indexOf("A second apply");
    return run.out().substring(start, end);
  }

  private static String classes() throws URISyntaxException {
    return Path.of(
            PizzaLine.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }
}
