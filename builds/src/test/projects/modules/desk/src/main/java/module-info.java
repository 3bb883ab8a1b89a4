module com.example.desk {
  requires transitive dev.switchboard.webhooks;
  requires static transitive dev.switchboard.annotations;

  exports com.example.desk;
}
