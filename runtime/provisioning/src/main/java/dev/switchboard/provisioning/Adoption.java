package dev.switchboard.provisioning;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A live application, found and put into the words of our annotations. Nothing is written until {@link #record}; the
 * platform is not written to at all. It shows no key, no secret, and of what stays unmanaged the paths only.
 */
public interface Adoption {
  /** The application's id. */
  String applicationId();

  /** Its name on the platform; empty text when it has none. */
  String name();

  /** Binary name of the class that {@link #source} declares. */
  String className();

  /** SHA-256 of its public key's DER form, lower-case hex; empty when it shows none that can be read. */
  Optional<String> fingerprint();

  /** Whether its private key is at hand: in the key store, or given, so that {@link #record} puts it there. */
  boolean keyHeld();

  /**
   * The annotated class to paste, a whole compilation unit. Each method throws until the code that serves its URL today is
   * moved into it.
   */
  String source();

  /** Where its webhooks lie; empty when it has none that a class can serve. Another environment has another one. */
  Optional<URI> baseUrl();

  /** The numbers that lead to it, by the names that the class gives them. */
  Map<String, Msisdn> numbers();

  /** What to put into {@code switchboard.yaml}: the environment with its base URL and numbers. Ends in a line break. */
  String environmentYaml();

  /**
   * What the class does not say and what so stays on the platform exactly as it is: a path each, followed by the reason
   * where there is one to tell.
   */
  List<String> unmanaged();

  /** What one should know; empty when there is nothing. */
  List<String> notes();

  /**
   * Keeps the key, if it was given, and writes the first state. From then on the plan of the compiled class is empty.
   *
   * @throws ProvisioningException REFUSED when the class has a state of another application, BUSY when another run is faster
   */
  void record();
}
