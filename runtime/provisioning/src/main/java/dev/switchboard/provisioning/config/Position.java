package dev.switchboard.provisioning.config;

/**
 * A place in a configuration file.
 *
 * @param file the file as the user named it
 * @param line from 1
 * @param column from 1
 */
public record Position(String file, int line, int column) {
  /** As compilers print it, so that terminals and editors make it a link. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
