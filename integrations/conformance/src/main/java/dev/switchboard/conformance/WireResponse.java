package dev.switchboard.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it came over the wire.
 *
 * @param headers names in any case
 * @param body without its transfer coding
 */
record WireResponse(int status, Map<String, List<String>> headers, String body) {
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
  }

  /** Whether the server ends the connection after this. */
  boolean isLast() {
    return header("Connection").filter(value -> value.equalsIgnoreCase("close")).isPresent();
  }
}
