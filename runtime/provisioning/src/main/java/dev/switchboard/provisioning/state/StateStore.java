package dev.switchboard.provisioning.state;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state document of one app in one environment. The document holds no secret. Implementations need one
 * promise only: of two replacements that expect the same revision, one wins and the other learns that it lost.
 */
public interface StateStore {
  /**
   * A document and the mark by which its next replacement is told apart from a late one.
   *
   * @param document JSON text
   * @param revision opaque; another document has another one
   */
  record Stored(String document, String revision) {}

  /**
   * The document as it is now; empty before the first run.
   *
   * @throws dev.switchboard.provisioning.ProvisioningException when the store cannot be reached or read
   */
  Optional<Stored> read();

  /**
   * Replaces the document, durably, if it still is the one expected.
   *
   * @param expected the revision that was read; null when there was none
   * @return what is stored now; empty when another run was faster, and then nothing is changed
   * @throws dev.switchboard.provisioning.ProvisioningException when the store cannot be reached or written
   */
  Optional<Stored> replace(@Nullable String expected, String document);

  /** Where that is, for people. */
  String describe();
}
