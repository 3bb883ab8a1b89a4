module example {
  requires dev.switchboard.webhooks;
  requires static dev.switchboard.annotations;
}
