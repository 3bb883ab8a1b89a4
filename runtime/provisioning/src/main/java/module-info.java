/** What deploys. */
module dev.switchboard.provisioning {
  requires static org.jspecify;
  requires dev.switchboard.manifest;
  requires dev.switchboard.webhooks;

  exports dev.switchboard.provisioning;
}
