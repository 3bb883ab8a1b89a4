package dev.switchboard.provisioning.config;

import java.util.Locale;
import java.util.Optional;

/**
 * Where keys or state live: a kind, and what it needs to know, written {@code kind} or {@code "kind: detail"}.
 *
 * @param <K> the kinds there are
 * @param kind which
 * @param detail directory, variable, command or remote; empty for the default of the kind
 * @param position where it stands, empty when the default applies
 */
public record Place<K extends Enum<K>>(
    K kind, Optional<String> detail, Optional<Position> position) {
  /** Where private keys live. */
  public enum Keys {
    /** Files of mode 0600 in a directory outside the project (detail; {@code switchboard/keys} below the
     * user's configuration folder by default). */
    FILE,
    /** An environment variable that holds the PEM (detail; {@code VONAGE_PRIVATE_KEY} by default). */
    ENV,
    /** A helper program (detail, required) that gets and stores them. */
    EXEC
  }

  /** Where the record of what was applied lives. */
  public enum State {
    /** Files in a directory of the project (detail; {@code .switchboard} by default). */
    FILE,
    /** A ref on a git remote (detail; {@code origin} by default). */
    GIT
  }

  static <K extends Enum<K>> Place<K> byDefault(K kind) {
    return new Place<>(kind, Optional.empty(), Optional.empty());
  }

  /** The kind only: the command of a helper may hold a secret. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
