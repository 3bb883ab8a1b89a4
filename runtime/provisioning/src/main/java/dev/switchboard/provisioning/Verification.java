package dev.switchboard.provisioning;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How an app answers: a synthetic webhook was sent to each of its URLs, signed as the platform signs.
 *
 * @param results one a URL, in the order of the manifest
 */
public record Verification(List<Result> results) {
  /**
   * One URL.
   *
   * @param capability whose webhook it is; empty for a URL that only NCCOs refer to
   * @param kind wire name of the webhook, or {@code callback}
   * @param method GET or POST
   * @param address where it was sent, without its query
   * @param status of the answer; empty when there was none
   * @param latency from the first byte sent to the last byte read, or until it was given up
   * @param limit what the platform waits: time to connect and time to answer together
   * @param problems what the platform would not take, a sentence each; empty when all is well. They quote nothing of the
   *     answer
   */
  public record Result(
      String capability,
      String kind,
      String method,
      URI address,
      OptionalInt status,
      Duration latency,
      Duration limit,
      List<String> problems) {
    /** Copies the list. */
    public Result {
      problems = List.copyOf(problems);
    }

    /** Whether the platform would be content. */
    public boolean passed() {
      return problems.isEmpty();
    }
  }

  /** Copies the list. */
  public Verification {
    results = List.copyOf(results);
  }

  /** Whether every URL answers as it should. */
  public boolean passed() {
    return results.stream().allMatch(Result::passed);
  }

  /**
   * Goes on, or not.
   *
   * @throws ProvisioningException VERIFICATION, naming each URL that does not answer as it should
   */
  public void orThrow() {
    List<String> failed = results.stream()
        .filter(result -> !result.passed())
        .map(result ->
            result.method() + " " + result.address() + ": " + String.join(" ", result.problems()))
        .toList();
    if (!failed.isEmpty()) {
      throw new ProvisioningException(
          Failure.VERIFICATION,
          failed.size() + " of " + results.size() + " URLs do not answer as they should. "
              + String.join(" ", failed),
          "Look at the app's own log; \"verify\" sends them again.");
    }
  }
}
