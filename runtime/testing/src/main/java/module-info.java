/** JUnit extension: your app and a sandbox, in one annotation. */
module dev.switchboard.testing {
  requires static transitive org.jspecify;
  requires transitive dev.switchboard.sandbox;
  requires transitive dev.switchboard.webhooks;
  requires transitive org.junit.jupiter.api;
  requires dev.switchboard.manifest;

  exports dev.switchboard.testing;
}
