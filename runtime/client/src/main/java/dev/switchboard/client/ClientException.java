package dev.switchboard.client;

import java.io.Serial;
import java.util.List;

/** The platform refused, or could not be reached; the message says what that means and what to do. */
public final class ClientException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 2L;

  /** What went wrong, for a program to decide by. */
  public enum Kind {
    /** 401: the key is not the application's, or a clock is wrong. */
    CREDENTIALS,
    /** 402: the account has no money left. */
    BALANCE,
    /** 403: the account or the token may not do that. */
    FORBIDDEN,
    /** 404: there is no such call or message, or it is over, or it is in another region. */
    NOT_FOUND,
    /** 400, 415, 422: what was sent is wrong; {@link ClientException#problems} tells where. */
    INVALID,
    /** 409: it cannot be done as things are. */
    CONFLICT,
    /** 429: too many requests. */
    TOO_MANY,
    /** 5xx: the platform failed; it may have done what it was asked. */
    PLATFORM,
    /** There was no answer; the platform may have done what it was asked. */
    UNREACHABLE,
    /** Any other answer. */
    OTHER;

    static Kind of(int status) {
      return switch (status) {
        case 0 -> UNREACHABLE;
        case 400, 415, 422 -> INVALID;
        case 401 -> CREDENTIALS;
        case 402 -> BALANCE;
        case 403 -> FORBIDDEN;
        case 404 -> NOT_FOUND;
        case 409 -> CONFLICT;
        case 429 -> TOO_MANY;
        default -> status >= 500 ? PLATFORM : OTHER;
      };
    }
  }

  /**
   * One thing that is wrong with what was sent.
   *
   * @param name of the parameter
   * @param reason in the platform's words
   */
  public record Problem(String name, String reason) {}

  private final int status;
  private final transient List<Problem> problems;

  ClientException(int status, List<Problem> problems, String message) {
    super(message);
    this.status = status;
    this.problems = List.copyOf(problems);
  }

  ClientException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
    this.problems = List.of();
  }

  /** What went wrong. */
  public Kind kind() {
    return Kind.of(status);
  }

  /** The HTTP status of the answer; 0 where none came. */
  public int status() {
    return status;
  }

  /** What the platform says is wrong with the parameters; empty where it names none. */
  @SuppressWarnings("NullAway") // a transient field is null once it was serialized
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
