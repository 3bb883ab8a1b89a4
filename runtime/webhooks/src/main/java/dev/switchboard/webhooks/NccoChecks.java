package dev.switchboard.webhooks;

/** What happens to an NCCO of a handler that the platform would refuse. */
public enum NccoChecks {
  /** It is not sent: the webhook is answered with 500, and the log says what is wrong. For development and tests. */
  FAIL,
  /** It is sent, and what is wrong is logged and told to the {@link WebhookObserver}. For production. */
  LOG
}
