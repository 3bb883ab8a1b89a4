/** What deploys. */
module dev.switchboard.provisioning {
  requires static transitive org.jspecify;
  requires transitive dev.switchboard.manifest;
  requires dev.switchboard.webhooks;
  requires org.snakeyaml.engine.v2;

  exports dev.switchboard.provisioning;
  exports dev.switchboard.provisioning.config;
}
