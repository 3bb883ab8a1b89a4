/** What answers calls and messages, free of any HTTP library. */
module dev.switchboard.webhooks {
  requires static org.jspecify;
  requires tools.jackson.core;

  exports dev.switchboard.webhooks;
}
