/** The platform on your machine. */
module dev.switchboard.sandbox {
  requires static transitive org.jspecify;
  requires dev.switchboard.server;
  requires dev.switchboard.manifest;

  exports dev.switchboard.sandbox;
}
