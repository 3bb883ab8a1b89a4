/** What deploys: plan, apply and everything around them. */
module dev.switchboard.provisioning {
  requires static transitive org.jspecify;
  requires transitive dev.switchboard.manifest;
  requires dev.switchboard.platformapi;
  requires transitive dev.switchboard.webhooks;
  requires transitive java.net.http;
  requires org.snakeyaml.engine.v2;
  requires tools.jackson.databind;

  exports dev.switchboard.provisioning;
  exports dev.switchboard.provisioning.config;
  exports dev.switchboard.provisioning.export;
  exports dev.switchboard.provisioning.files;
  exports dev.switchboard.provisioning.keys;
  exports dev.switchboard.provisioning.state;
}
