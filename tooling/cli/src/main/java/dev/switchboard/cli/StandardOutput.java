package dev.switchboard.cli;

import dev.switchboard.commands.Console;
import dev.switchboard.commands.Outcome;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output that remembers whether something of it was lost: half a document on a full disk must not end as if it
 * were whole. A reader that has read enough, such as head, loses nothing that it wants.
 */
final class StandardOutput extends FilterOutputStream {
  private boolean broken;

  StandardOutput(OutputStream out) {
    super(out);
  }

  private interface Work {
    void run() throws IOException;
  }

  private void watch(Work work) throws IOException {
    try {
      work.run();
    } catch (IOException failure) {
      String why = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
      broken = broken || !why.contains("pipe");
      throw failure;
    }
  }

  @Override
  public void write(int value) throws IOException {
    watch(() -> out.write(value));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    watch(() -> out.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    watch(out::flush);
  }

  /** The exit code of a command that would end with {@code exitCode}; a loss is told where it can still be read. */
  int judge(int exitCode, Console console) {
    if (!broken) {
      return exitCode;
    }
    console.problem(
        "Not all of the output could be written. Look at the space on the disk; what the command did is done.");
    return exitCode == Outcome.DONE.exitCode() ? Outcome.FAILURE.exitCode() : exitCode;
  }
}
