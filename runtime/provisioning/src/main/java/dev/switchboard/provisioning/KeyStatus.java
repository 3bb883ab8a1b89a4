package dev.switchboard.provisioning;

import java.util.List;
import java.util.Optional;

/**
 * The keys of an application, by fingerprint: SHA-256 of the public key's DER form, lower-case hex.
 *
 * @param expected the one that was last put into force from here; empty before the first apply
 * @param live the one that the platform shows now; empty when there is no application, or it shows none
 * @param held those in the key store, in its order
 * @param store where that is, for people
 */
public record KeyStatus(
    Optional<String> expected, Optional<String> live, List<Key> held, String store) {
  /** What a key in the store is good for. */
  public enum Use {
    /** The platform takes tokens signed with it. */
    CURRENT,
    /** It was replaced, or never came into force, and will not serve again. */
    RETIRED,
    /** Neither: made before the application is, or put there by hand. */
    SPARE
  }

  /** A key in the store. */
  public record Key(String fingerprint, Use use) {}

  /** Copies the list. */
  public KeyStatus {
    held = List.copyOf(held);
  }

  /** Whether there is an application, with the key that is expected, and that key is at hand. */
  public boolean inOrder() {
    return live.isPresent()
        && live.equals(expected)
        && held.stream().anyMatch(key -> key.use() == Use.CURRENT);
  }
}
