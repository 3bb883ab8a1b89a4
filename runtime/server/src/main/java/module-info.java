/** The embedded server around webhooks. */
module dev.switchboard.server {
  requires static transitive org.jspecify;
  requires transitive dev.switchboard.webhooks;
  requires jdk.httpserver;

  uses dev.switchboard.server.ServerEngine;

  exports dev.switchboard.server;
}
