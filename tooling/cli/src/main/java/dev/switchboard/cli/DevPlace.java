package dev.switchboard.cli;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.Deployment;
import java.util.Map;

/** Where the app of {@code switchboard dev} is deployed while a person works on it. */
interface DevPlace extends AutoCloseable {
  /** Says where it is, before the first compilation. */
  void announce();

  /** Deploys what was compiled; what serves the app goes on meanwhile. */
  Deployed deploy(FoundApp app, ClassPathScan scan);

  /** Leaves nothing of the run behind. */
  @Override
  void close();

  /**
   * An app that is deployed.
   *
   * @param manifest as it was deployed
   * @param deployment the engine for it
   * @param variables what the process that serves it has to know
   * @param address what a person is told of where it is reached
   */
  record Deployed(
      Manifest manifest, Deployment deployment, Map<String, String> variables, String address) {
    /** The names alone: one of the variables is a secret. */
    @Override
    public String toString() {
      return manifest.app() + " " + variables.keySet();
    }
  }
}
