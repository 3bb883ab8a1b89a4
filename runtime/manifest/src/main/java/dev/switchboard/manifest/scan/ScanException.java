package dev.switchboard.manifest.scan;

import java.io.Serial;

/** Compiled classes that cannot be used; the message names the place and the remedy. */
public final class ScanException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  ScanException(String message) {
    super(message);
  }

  ScanException(String message, Throwable cause) {
    super(message, cause);
  }
}
