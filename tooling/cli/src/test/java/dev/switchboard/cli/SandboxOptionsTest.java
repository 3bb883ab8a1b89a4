package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.Outcome;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the options of {@code switchboard sandbox} make of the sandbox. */
class SandboxOptionsTest {
  @TempDir
  Path folder;

  private SandboxSettings settings(String... args) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    SandboxCommand command = new SandboxCommand(new Surroundings(
        new Terminal(nowhere, nowhere, false, false),
        Map.of(),
        folder,
        question -> Optional.empty()));
    new CommandLine(command).parseArgs(args);
    return command.settings();
  }

  @Test
  void isStrictUnlessToldOtherwise() {
    SandboxSettings strict = settings();
    assertThat(strict.lenient()).isFalse();
    assertThat(strict.sameTokenOnRetry()).isFalse();
    assertThat(strict.rateLimits()).isFalse();
    assertThat(settings("--retry-token", "fresh").sameTokenOnRetry()).isFalse();
  }

  @Test
  void doesWhatItIsTold() {
    SandboxSettings told =
        settings("--lenient", "--retry-token", "same", "--rate-limits", "--bare-notify");
    assertThat(told.lenient()).isTrue();
    assertThat(told.sameTokenOnRetry()).isTrue();
    assertThat(told.rateLimits()).isTrue();
    assertThat(told.bareNotify()).isTrue();
  }

  @Test
  void saysWhichTokensThereAre() {
    Run run = Run.in(folder, "sandbox", "--retry-token", "none");
    assertThat(run.exitCode()).isEqualTo(Outcome.USAGE.exitCode());
    assertThat(run.err()).contains("fresh, same");
  }
}
