package dev.switchboard.provisioning;

import java.util.List;
import java.util.Optional;

/**
 * What is remembered of an environment, without a word from the platform.
 *
 * @param applicationId empty before the first apply
 * @param fingerprint of the key that the application carries, SHA-256 in hex; empty before the first apply
 * @param keyHeld whether the key store holds that key
 * @param serial how often something was applied
 * @param serials what a rollback can go to, oldest first
 * @param numbers what leads to the application by our doing
 * @param unfinished what a run was about to do when it was cut off; empty when there is no such run
 * @param busy whether a run holds the lease now
 */
public record Status(
    Optional<String> applicationId,
    Optional<String> fingerprint,
    boolean keyHeld,
    long serial,
    List<Long> serials,
    List<NumberStatus> numbers,
    Optional<String> unfinished,
    boolean busy) {

  /** Copies the lists. */
  public Status {
    serials = List.copyOf(serials);
    numbers = List.copyOf(numbers);
  }

  /**
   * A number and where it leads.
   *
   * @param name the manifest's name for it; empty where it has none
   * @param msisdn its digits
   * @param country its country
   * @param application where it leads; empty when nowhere
   * @param previous where it led before us; empty when nowhere, or when we never led it
   */
  public record NumberStatus(
      String name,
      String msisdn,
      String country,
      Optional<String> application,
      Optional<String> previous) {}
}
