package dev.switchboard.sandbox.delivery;

import java.time.Duration;

/**
 * What came of one attempt to deliver a webhook.
 *
 * @param ending how the exchange ended
 * @param status HTTP status, 0 unless answered
 * @param type media type of the body, empty when none is said
 * @param body the body as text
 * @param latency how long it took, in the sandbox's time
 */
public record Answer(Ending ending, int status, String type, String body, Duration latency) {
  /** How an exchange can end. */
  public enum Ending {
    /** With an answer. */
    ANSWERED(""),
    /** Nobody took the connection in time. */
    CONNECT_TIMEOUT("connect time-out"),
    /** No whole answer in time. */
    READ_TIMEOUT("read time-out"),
    /** The connection was refused, closed or reset. */
    CLOSED("connection closed"),
    /** The address, the certificate or the answer is not to be used. */
    INVALID("no valid HTTP exchange");

    private final String reason;

    Ending(String reason) {
      this.reason = reason;
    }

    /** A few words, empty for an answer. */
    public String reason() {
      return reason;
    }
  }

  /** Whether the platform would take it for a success: 200 to 205. */
  public boolean isSuccess() {
    return ending == Ending.ANSWERED && status >= 200 && status <= 205;
  }

  /** Whether voice webhooks are tried a second time after this (domain: voice webhooks, section 5.1). */
  public boolean isRetriedByVoice() {
    return switch (ending) {
      case CONNECT_TIMEOUT, READ_TIMEOUT, CLOSED -> true;
      case ANSWERED -> status == 429 || status == 503 || status == 504;
      case INVALID -> false;
    };
  }

  /** Whether messages webhooks are tried again after this (domain: messages webhooks, section 1). */
  public boolean isRetriedByMessages() {
    return ending != Ending.ANSWERED || status == 429 || status >= 500;
  }

  /** What went wrong, in a few words; empty for a success. */
  public String reason() {
    return isSuccess() ? "" : ending == Ending.ANSWERED ? "HTTP " + status : ending.reason();
  }
}
