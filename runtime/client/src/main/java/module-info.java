/** What calls the platform at run time. */
module dev.switchboard.client {
  requires static transitive org.jspecify;
  requires java.net.http;
  requires transitive dev.switchboard.webhooks;

  exports dev.switchboard.client;
}
