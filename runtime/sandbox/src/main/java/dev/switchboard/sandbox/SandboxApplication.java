package dev.switchboard.sandbox;

import java.security.PrivateKey;

/**
 * An application that the sandbox made for a test, with the key that its tokens are signed with.
 *
 * @param id its UUID
 * @param privateKey what a client of the platform's APIs signs with
 */
public record SandboxApplication(String id, PrivateKey privateKey) {
  /** The id alone. */
  @Override
  public String toString() {
    return "application " + id;
  }
}
