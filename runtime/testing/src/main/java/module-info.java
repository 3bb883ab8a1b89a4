/** JUnit extension: your app and a sandbox, in one annotation. */
module dev.switchboard.testing {
  requires static org.jspecify;
  requires transitive dev.switchboard.sandbox;

  exports dev.switchboard.testing;
}
