package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.commands.Console;
import dev.switchboard.commands.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What becomes of output that nobody takes. */
class StandardOutputTest {
  private final StringWriter said = new StringWriter();
  private final Console console =
      new Terminal(new PrintWriter(said), new PrintWriter(said), false, false);

  private int judged(String why, int exitCode) {
    StandardOutput output = new StandardOutput(new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(why);
      }
    });
    new PrintWriter(output, true, StandardCharsets.UTF_8).println("{}");
    return output.judge(exitCode, console);
  }

  @Test
  void aFullDiskIsAFailureAndIsSaid() {
    assertThat(judged("No space left on device", Outcome.DONE.exitCode()))
        .isEqualTo(Outcome.FAILURE.exitCode());
    assertThat(said.toString()).contains("Not all of the output could be written.");
    assertThat(judged("No space left on device", Outcome.DRIFT.exitCode()))
        .isEqualTo(Outcome.DRIFT.exitCode());
  }

  @Test
  void aReaderThatHasReadEnoughIsNone() {
    assertThat(judged("Broken pipe", Outcome.DONE.exitCode())).isEqualTo(Outcome.DONE.exitCode());
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void nothingFromElsewhereSteersTheTerminal() {
    Terminal terminal = new Terminal(new PrintWriter(said), new PrintWriter(said), true, false);
    terminal.line(terminal.green("ok") + " name\u001b]0;title\u0007 and \u001b[2J\u009b1A\r");
    terminal.problem("called \"\u001b[1A\"");
    assertThat(said.toString())
        .isEqualTo("\u001b[32mok\u001b[0m name\ufffd]0;title\ufffd and \ufffd[2J\ufffd1A\ufffd"
            + System.lineSeparator() + "\u001b[31merror:\u001b[0m called \"\ufffd[1A\""
            + System.lineSeparator());
  }
}
