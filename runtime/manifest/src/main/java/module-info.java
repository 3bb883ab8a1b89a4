/** The contract between compile time and deploy time. */
module dev.switchboard.manifest {
  requires static transitive org.jspecify;
  requires static tools.jackson.core; // Only to read; the processor only writes.

  exports dev.switchboard.manifest;
  exports dev.switchboard.manifest.reader;
  exports dev.switchboard.manifest.scan;
}
