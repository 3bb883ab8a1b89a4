package dev.switchboard.webhooks;

import dev.switchboard.webhooks.ncco.Finding;
import java.time.Duration;
import java.util.List;

/**
 * Told of every webhook once it has been answered: the place for metrics and traces. Called on the thread that answers, so it must be
 * quick; what it throws is logged and goes no further.
 */
@FunctionalInterface
public interface WebhookObserver {
  /** A webhook has been answered. */
  void answered(Answered webhook);

  /**
   * An NCCO of a handler breaks a rule of the platform, or may not do what it says. Called for each such NCCO, before the webhook is
   * answered.
   *
   * @param app binary name of the app
   * @param kind wire name of the webhook
   * @param findings all of them, at least one of them more than an {@linkplain Finding.Severity#INFO information}
   */
  default void found(String app, String kind, List<Finding> findings) {}

  /** Sees nothing. */
  static WebhookObserver none() {
    return webhook -> {};
  }

  /**
   * One webhook, without anything that a caller or sender would not want to find in a log.
   *
   * @param app binary name of the app; empty where no URL matched
   * @param kind wire name of the webhook, for instance {@code answer_url}; empty where no URL matched
   * @param outcome what came of it
   * @param status the HTTP status it was answered with
   * @param time from the request's arrival in the engine to its answer
   */
  record Answered(String app, String kind, Outcome outcome, int status, Duration time) {}

  /** What came of a webhook. */
  enum Outcome {
    /** A handler took it. */
    HANDLED,
    /** No method of the app takes this payload; answered as handled. */
    UNHANDLED,
    /** A token that had been answered before; answered as handled, without calling the handler. */
    REPEATED,
    /** The handler was not done in time. */
    LATE,
    /** The handler threw an exception. */
    FAILED,
    /** No token, a wrong one, or one of another payload. */
    REFUSED,
    /** Not a webhook of this app: wrong path, method, media type, size or JSON. */
    MALFORMED
  }
}
