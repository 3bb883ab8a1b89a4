package dev.switchboard.manifest.reader;

import java.io.Serial;

/** A manifest that cannot be used; the message names the place and the remedy. */
public final class ManifestException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  ManifestException(String message) {
    super(message);
  }

  ManifestException(String message, Throwable cause) {
    super(message, cause);
  }
}
