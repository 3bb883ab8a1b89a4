package dev.switchboard.provisioning;

import dev.switchboard.webhooks.Json;
import java.util.List;
import java.util.Optional;

/**
 * One difference between what is and what should be. Only values that the manifest owns, or owned when it was last
 * applied, are shown.
 *
 * @param kind what would be done
 * @param path names below the application, for instance {@code capabilities, voice, region}; for a number {@code numbers}
 *     and its name
 * @param before what is there; empty when nothing is, or when it is not ours to show
 * @param after what should be; empty for a removal
 * @param handlers the methods behind it, for a webhook; else empty
 * @param note what one should know about it; empty when there is nothing
 */
public record Change(
    Kind kind,
    List<String> path,
    Optional<Json> before,
    Optional<Json> after,
    List<String> handlers,
    String note) {
  /** What is done to a value. */
  public enum Kind {
    /** It is not there yet. */
    ADD('+'),
    /** It is another one. */
    CHANGE('~'),
    /** It should not be there any more. */
    REMOVE('-');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** How a diff marks it. */
    public char sign() {
      return sign;
    }
  }

  /** Copies the lists. */
  public Change {
    path = List.copyOf(path);
    handlers = List.copyOf(handlers);
  }

  /** Whether this is about a number and not about the application. */
  public boolean ofNumber() {
    return path.get(0).equals("numbers");
  }

  /** Whether it takes away a whole capability or a number, and so has to be asked for. */
  public boolean removal() {
    return kind == Kind.REMOVE
        && (ofNumber() || (path.size() == 2 && path.get(0).equals("capabilities")));
  }

  /** The path as people write it: {@code capabilities.voice.region}. */
  public String name() {
    return String.join(".", path);
  }
}
