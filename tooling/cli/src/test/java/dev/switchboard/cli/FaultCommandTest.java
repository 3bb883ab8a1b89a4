package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Outcome;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in a sandbox because somebody typed it. */
class FaultCommandTest {
  @TempDir
  Path folder;

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults());

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Run fault(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "fault";
    args[1] = "--sandbox";
    args[2] = sandbox.uri().toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Run.in(folder, args);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answer_url refuse",
        "answer_url hang",
        "answer_url reset",
        "answer_url reset-after-commit",
        "answer_url 429",
        "input 503",
        "/v1/calls slow:PT2S",
        "event_url duplicate",
        "status_url reorder",
        "/account/numbers stale-list"
      })
  void takesEachFault(String line) {
    Run run = fault(line.split(" "));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(Outcome.DONE.exitCode());
    assertThat(run.out().strip()).isEqualTo(line + " x1");
    assertThat(sandbox.faults().lines()).containsExactly(line + " x1");
  }

  @Test
  void showsAndEndsWhatGoesWrong() {
    fault("answer_url", "503", "--times", "0");
    fault("event_url", "hang", "--times", "2");
    assertThat(fault().out()).containsSubsequence("answer_url 503", "event_url hang x2");
    assertThat(fault("--clear").out()).contains("Nothing will go wrong.");
    assertThat(sandbox.faults().lines()).isEmpty();
  }

  @Test
  void saysWhatIsNoFault() {
    Run unknown = fault("answer_url", "explode");
    assertThat(unknown.exitCode()).isEqualTo(Outcome.FAILURE.exitCode());
    assertThat(unknown.err()).contains("is no fault");
    Run half = fault("answer_url");
    assertThat(half.exitCode()).isEqualTo(Outcome.USAGE.exitCode());
    assertThat(half.err()).contains("answer_url 503");
    sandbox.close();
    assertThat(fault("answer_url", "503").exitCode()).isEqualTo(Outcome.UNREACHABLE.exitCode());
  }
}
