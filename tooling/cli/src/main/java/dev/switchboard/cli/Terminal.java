package dev.switchboard.cli;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Where a command writes: results to one stream, problems to the other, colour only where a person looks on.
 */
final class Terminal {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean colour;

  Terminal(PrintWriter out, PrintWriter err, boolean colour) {
    this.out = out;
    this.err = err;
    this.colour = colour;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  boolean isColoured() {
    return colour;
  }

  /** One line of the result; flushed, so that a pipe sees it at once. */
  void line(String text) {
    out.println(text);
    out.flush();
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
  void text(String text) {
    out.print(text);
    out.flush();
  }

  /** A problem: each line of it is a sentence. */
  void problem(String sentence) {
    err.println(red("error:") + " " + sentence);
    err.flush();
  }

  String bold(String text) {
    return paint("1", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  String red(String text) {
    return paint("31", text);
  }

  String green(String text) {
    return paint("32", text);
  }

  String yellow(String text) {
    return paint("33", text);
  }

  String blue(String text) {
    return paint("36", text);
  }

  private String paint(String code, String text) {
    return colour ? String.format(Locale.ROOT, "\u001b[%sm%s\u001b[0m", code, text) : text;
  }
}
