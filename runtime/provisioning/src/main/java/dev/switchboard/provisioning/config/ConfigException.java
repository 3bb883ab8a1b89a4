package dev.switchboard.provisioning.config;

import java.util.Optional;

/**
 * The configuration cannot be used. The message says where, what is wrong and what to do, in that order; it names keys
 * and variables, never a value.
 */
public class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Position> position;

  /** A problem at a place of the file. */
  public ConfigException(Position position, String sentence) {
    super(position + ": " + sentence);
    this.position = Optional.of(position);
  }

  /** A problem of the file as a whole, or of its absence. */
  public ConfigException(String sentence) {
    super(sentence);
    this.position = Optional.empty();
  }

  /** Where, if it has a place. */
  public Optional<Position> position() {
    return position;
  }
}
