package dev.switchboard.provisioning.keys;

import java.util.List;

/**
 * Where the private keys of applications live. A key is named by its fingerprint, so that storing never overwrites, and a
 * rotation that is cut off leaves both keys.
 */
public interface KeyStore {
  /**
   * Every key that the store holds for one app in one environment, in a fixed order.
   *
   * @throws dev.switchboard.provisioning.ProvisioningException when a key cannot be read, or may be read by others
   */
  List<ApplicationKey> keys();

  /**
   * Keeps a key, durably: when this returns, {@link #keys()} holds it also after a power cut. Storing a key that is
   * there already changes nothing.
   *
   * @throws dev.switchboard.provisioning.ProvisioningException when the store cannot keep keys
   */
  void store(ApplicationKey key);

  /** Where that is, for people; no part of a key. */
  String describe();
}
