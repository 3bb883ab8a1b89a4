package dev.switchboard.sandbox.fault;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Something that goes wrong on purpose.
 *
 * @param kind what
 * @param status the HTTP status of {@link Kind#STATUS}, else 0
 * @param delay the time of {@link Kind#SLOW}, else zero
 */
public record Fault(Kind kind, int status, Duration delay) {
  /** What can go wrong. */
  public enum Kind {
    /** The connection is refused. */
    REFUSE,
    /** Nothing is ever answered; the connection of a webhook comes about in the last moment. */
    HANG,
    /** The connection ends before the request is served. */
    RESET,
    /** The request is served, then the connection ends without the answer. */
    RESET_AFTER_COMMIT,
    /** An HTTP status is answered in place of the request being served. */
    STATUS,
    /** The answer takes longer. */
    SLOW,
    /** A webhook arrives twice. */
    DUPLICATE,
    /** A webhook arrives after the one that follows it. */
    REORDER,
    /** Lists of applications and numbers show what was there before the last changes. */
    STALE_LIST
  }

  /** The connection is refused. */
  public static Fault refuse() {
    return of(Kind.REFUSE);
  }

  /** Nothing is ever answered; the connection of a webhook comes about in the last moment. */
  public static Fault hang() {
    return of(Kind.HANG);
  }

  /** The connection ends before the request is served. */
  public static Fault reset() {
    return of(Kind.RESET);
  }

  /** The request is served, then the connection ends without the answer. */
  public static Fault resetAfterCommit() {
    return of(Kind.RESET_AFTER_COMMIT);
  }

  /** An HTTP status in place of the request being served, such as 429 or 503. */
  public static Fault status(int status) {
    if (status < 300 || status > 599) {
      throw new IllegalArgumentException("a fault's status is between 300 and 599, not " + status);
    }
    return new Fault(Kind.STATUS, status, Duration.ZERO);
  }

  /** The answer takes that much longer, in the sandbox's time. */
  public static Fault slow(Duration delay) {
    return new Fault(Kind.SLOW, 0, delay);
  }

  /** A webhook arrives twice. */
  public static Fault duplicate() {
    return of(Kind.DUPLICATE);
  }

  /** A webhook arrives after the one that follows it. */
  public static Fault reorder() {
    return of(Kind.REORDER);
  }

  /** Lists show what was there before the last changes. */
  public static Fault staleList() {
    return of(Kind.STALE_LIST);
  }

  /**
   * Reads {@code hang}, {@code reset-after-commit}, {@code 503} or {@code slow:PT2S}.
   *
   * @throws IllegalArgumentException with a sentence, when it is none of them
   */
  public static Fault parse(String text) {
    if (text.matches("[345][0-9][0-9]")) {
      return status(Integer.parseInt(text));
    }
    if (text.startsWith("slow:")) {
      try {
        return slow(Duration.parse(text.substring(5)));
      } catch (DateTimeParseException malformed) {
        throw new IllegalArgumentException(
            "\"" + text + "\": write slow:PT2S for two seconds", malformed);
      }
    }
    for (Kind kind : Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(text) && kind != Kind.STATUS && kind != Kind.SLOW) {
        return of(kind);
      }
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is no fault: refuse, hang, reset, reset-after-commit, duplicate,"
            + " reorder, stale-list, slow:PT2S or an HTTP status");
  }

  private static Fault of(Kind kind) {
    return new Fault(kind, 0, Duration.ZERO);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return switch (kind) {
      case STATUS -> Integer.toString(status);
      case SLOW -> "slow:" + delay;
      default -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
