/** What answers calls. JSON is read with jackson-core inside; no type of it appears in a signature. */
module dev.switchboard.webhooks {
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports dev.switchboard.webhooks;
  exports dev.switchboard.webhooks.audio;
  exports dev.switchboard.webhooks.messages;
  exports dev.switchboard.webhooks.ncco;
  exports dev.switchboard.webhooks.rtc;
  exports dev.switchboard.webhooks.signing;
  exports dev.switchboard.webhooks.verify;
  exports dev.switchboard.webhooks.video;
  exports dev.switchboard.webhooks.voice;
}
