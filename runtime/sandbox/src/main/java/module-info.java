/** The platform on your machine. */
@SuppressWarnings("requires-automatic") // httpcore5 and MVStore have names, but no descriptors
module dev.switchboard.sandbox {
  requires static transitive org.jspecify;
  requires transitive dev.switchboard.manifest;
  requires transitive dev.switchboard.server;
  requires transitive dev.switchboard.webhooks;
  requires com.h2database.mvstore;
  requires java.desktop;
  requires java.net.http;
  requires jdk.httpserver;
  requires org.apache.httpcomponents.core5.httpcore5;

  exports dev.switchboard.sandbox;
  exports dev.switchboard.sandbox.audio;
  exports dev.switchboard.sandbox.fault;
  exports dev.switchboard.sandbox.replay;
  exports dev.switchboard.sandbox.transcript;
}
