package dev.switchboard.client;

import java.io.Serial;

/** The platform refused, or could not be reached; the message says what that means and what to do. */
public final class ClientException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  private final int status;

  ClientException(int status, String message) {
    super(message);
    this.status = status;
  }

  ClientException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /** The HTTP status of the answer; 0 where none came. */
  public int status() {
    return status;
  }
}
