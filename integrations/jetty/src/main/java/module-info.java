/** Jetty as the engine of the embedded server. */
module dev.switchboard.jetty {
  requires static transitive org.jspecify;
  requires transitive dev.switchboard.server;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.websocket.api;
  requires org.eclipse.jetty.websocket.server;

  exports dev.switchboard.jetty;

  provides dev.switchboard.server.ServerEngine with
      dev.switchboard.jetty.JettyEngine;
}
