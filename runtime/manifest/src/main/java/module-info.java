/** The contract between compile time and deploy time. */
module dev.switchboard.manifest {
  requires static org.jspecify;

  exports dev.switchboard.manifest;
}
