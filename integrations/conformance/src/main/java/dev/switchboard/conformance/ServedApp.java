package dev.switchboard.conformance;

import java.net.URI;

/** An app that an adapter serves. */
public interface ServedApp {
  /** Scheme, host and port, and the path below which the app lies, if any; without a slash at its end. */
  URI uri();

  /** Takes no new webhook, finishes those in flight, then stops. */
  void stop() throws Exception;
}
