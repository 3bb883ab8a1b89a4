/** The embedded server around webhooks. */
module dev.switchboard.server {
  requires static transitive org.jspecify;
  requires transitive dev.switchboard.webhooks;
  requires jdk.httpserver;

  exports dev.switchboard.server;
}
