/** What deploys. */
module dev.switchboard.provisioning {
  requires static transitive org.jspecify;
  requires dev.switchboard.manifest;
  requires dev.switchboard.webhooks;

  exports dev.switchboard.provisioning;
}
