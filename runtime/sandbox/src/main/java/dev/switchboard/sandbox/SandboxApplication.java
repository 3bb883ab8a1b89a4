package dev.switchboard.sandbox;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An application that the sandbox made for a test, with the key that its tokens are signed with. */
public final class SandboxApplication {
  private final String id;
  private final Supplier<KeyPair> maker;
  private @Nullable KeyPair keys;

  SandboxApplication(String id, Supplier<KeyPair> maker) {
    this.id = id;
    this.maker = maker;
  }

  /** Its UUID. */
  public String id() {
    return id;
  }

  /** What a client of the platform's APIs signs with; made when it is first needed. */
  public PrivateKey privateKey() {
    return keys().getPrivate();
  }

  /** To make a pair takes longer than most tests, and few of them need it. */
  synchronized KeyPair keys() {
    KeyPair made = keys;
    if (made == null) {
      made = maker.get();
      keys = made;
    }
    return made;
  }

  /** The id alone. */
  @Override
  public String toString() {
    return "application " + id;
  }
}
