package dev.switchboard.commands;

/** Where a command says, to people, what it finds and does. */
public interface Console {
  /** Says nothing, for commands whose result is a document. */
  Console SILENT = new Console() {
    @Override
    public void line(String text) {}

    @Override
    public void problem(String sentence) {}
  };

  /** One line of the result, shown at once. */
  void line(String text);

  /** A problem: a sentence with its remedy. */
  void problem(String sentence);

  /** What is going on now: shown until the next line, where lines can be taken back; else not at all. */
  default void passing(String text) {}

  /** Whether {@link #passing} shows anything. */
  default boolean isLive() {
    return false;
  }

  /** Whether colours are wanted. */
  default boolean isColoured() {
    return false;
  }

  /** A heading. */
  default String bold(String text) {
    return paint("1", text);
  }

  /** Something less important. */
  default String dim(String text) {
    return paint("2", text);
  }

  /** Something wrong, or taken away. */
  default String red(String text) {
    return paint("31", text);
  }

  /** Something done, or added. */
  default String green(String text) {
    return paint("32", text);
  }

  /** Something changed. */
  default String yellow(String text) {
    return paint("33", text);
  }

  /** Something said by a person. */
  default String blue(String text) {
    return paint("36", text);
  }

  private String paint(String code, String text) {
    return isColoured() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
