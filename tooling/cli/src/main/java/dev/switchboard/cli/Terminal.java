package dev.switchboard.cli;

import dev.switchboard.commands.Console;
import java.io.PrintWriter;
import java.util.regex.Pattern;

/**
 * Where a command writes: results to one stream, problems to the other, colour and redrawing only where a person looks
 * on.
 */
final class Terminal implements Console {
  private static final String CLEAR_LINE = "\r\u001b[K";

  /** What would steer a terminal, save our own colours: names of applications and numbers come from elsewhere. */
  private static final Pattern STEERING = Pattern.compile(
      "\u001b(?!\\[[0-9;]*m)|[\\p{Cntrl}&&[^\n\r\t\u001b]]|\r(?!\n)|[\u0080-\u009f]");

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean colour;
  private final boolean live;
  private boolean passing;

  /**
   * A terminal.
   *
   * @param colour whether colours are wanted
   * @param live whether lines can be taken back
   */
  Terminal(PrintWriter out, PrintWriter err, boolean colour, boolean live) {
    this.out = out;
    this.err = err;
    this.colour = colour;
    this.live = live;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  @Override
  public boolean isColoured() {
    return colour;
  }

  @Override
  public boolean isLive() {
    return live;
  }

  /** One line of the result; flushed, so that a pipe sees it at once. */
  @Override
  public synchronized void line(String text) {
    takeBack();
    out.println(harmless(text));
    out.flush();
  }

  private static String harmless(String text) {
    return STEERING.matcher(text).replaceAll("\ufffd");
  }

  void line() {
    line("");
  }

  /** A heading: an empty line, then the words in bold. */
  void heading(String text) {
    line();
    line(bold(text));
  }

  /** Text that ends in a line break already, such as a generated document. */
  synchronized void text(String text) {
    takeBack();
    out.print(text);
    out.flush();
  }

  @Override
  public synchronized void passing(String text) {
    if (live) {
      takeBack();
      out.print(harmless(text));
      out.flush();
      passing = true;
    }
  }

  private void takeBack() {
    if (passing) {
      out.print(CLEAR_LINE);
      out.flush();
      passing = false;
    }
  }

  /** A problem: each line of it is a sentence. */
  @Override
  public synchronized void problem(String sentence) {
    takeBack();
    err.println(red("error:") + " " + harmless(sentence));
    err.flush();
  }

  /** The same, with everything on the stream of problems: where the other one carries a document. */
  Console problems() {
    return new Console() {
      @Override
      public void line(String text) {
        err.println(harmless(text));
        err.flush();
      }

      @Override
      public void problem(String sentence) {
        Terminal.this.problem(sentence);
      }
    };
  }
}
