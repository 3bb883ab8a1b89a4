/** Webhooks in any Jakarta Servlet 6.1 container. */
module dev.switchboard.servlet {
  requires static transitive org.jspecify;
  requires transitive dev.switchboard.webhooks;
  requires transitive jakarta.servlet;

  exports dev.switchboard.servlet;
}
