module com.example.line {
  requires transitive com.example.desk;
  requires transitive dev.switchboard.webhooks;
  requires static transitive dev.switchboard.annotations;

  exports com.example.line;
}
