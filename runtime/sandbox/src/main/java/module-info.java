/** The platform on your machine. */
@SuppressWarnings("requires-automatic") // httpcore5 has a name, but no descriptor
module dev.switchboard.sandbox {
  requires static transitive org.jspecify;
  requires transitive dev.switchboard.server;
  requires transitive dev.switchboard.webhooks;
  requires dev.switchboard.manifest;
  requires java.net.http;
  requires jdk.httpserver;
  requires org.apache.httpcomponents.core5.httpcore5;

  exports dev.switchboard.sandbox;
  exports dev.switchboard.sandbox.fault;
  exports dev.switchboard.sandbox.replay;
  exports dev.switchboard.sandbox.transcript;
}
