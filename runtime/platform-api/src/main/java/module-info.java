/**
 * The generated clients of the Application and Numbers APIs. Written by OpenAPI Generator from the documents of the
 * provisioning module; nothing here is edited by hand.
 */
module dev.switchboard.platformapi {
  requires java.net.http;
  requires static jakarta.annotation;
  requires static org.jspecify;
  requires transitive tools.jackson.databind;

  exports dev.switchboard.platformapi;
}
