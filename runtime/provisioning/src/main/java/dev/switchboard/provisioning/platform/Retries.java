package dev.switchboard.provisioning.platform;

import dev.switchboard.platformapi.ApiException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * Repeats what may be repeated: with a pause that doubles, and jitter so that the jobs of one pipeline do not come back
 * together. A {@code Retry-After} in seconds counts where it is longer.
 */
final class Retries {
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST = Duration.ofMillis(400);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** How waiting is done; tests do not. */
  @FunctionalInterface
  interface Pause {
    void of(Duration length) throws InterruptedException;
  }

  /** One exchange with the platform. */
  @FunctionalInterface
  interface Exchange<T> {
    T run() throws ApiException;
  }

  private final Pause pause;
  private final DoubleSupplier random;

  /**
   * Retries.
   *
   * @param random from 0 to below 1
   */
  Retries(Pause pause, DoubleSupplier random) {
    this.pause = pause;
    this.random = random;
  }

  /** Whether the same request may succeed later: too many requests, a fault of the platform, or no answer at all. */
  static boolean passes(ApiException e) {
    return e.status().isEmpty() || e.status().getAsInt() == 429 || e.status().getAsInt() >= 500;
  }

  <T> T run(Exchange<T> exchange, Predicate<ApiException> repeatable) throws ApiException {
    for (int attempt = 1; ; attempt++) {
      try {
        return exchange.run();
      } catch (ApiException e) {
        if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted() || !repeatable.test(e)) {
          throw e;
        }
        waitFor(attempt, e);
      }
    }
  }

  private void waitFor(int attempt, ApiException e) throws ApiException {
    Duration doubled = FIRST.multipliedBy(1L << (attempt - 1));
    Duration jittered =
        Duration.ofMillis((long) (doubled.toMillis() * (0.5 + random.getAsDouble())));
    Duration asked = retryAfter(e).orElse(Duration.ZERO);
    Duration length = asked.compareTo(jittered) > 0 ? asked : jittered;
    try {
      pause.of(length.compareTo(LONGEST) > 0 ? LONGEST : length);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }

  private static Optional<Duration> retryAfter(ApiException e) {
    // The other form, a date, is not worth a second parser here: the pause doubles anyway.
    return e.headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
