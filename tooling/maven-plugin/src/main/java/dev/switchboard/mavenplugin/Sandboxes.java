package dev.switchboard.mavenplugin;

import java.util.Optional;
import org.apache.maven.project.MavenProject;

/** The sandbox that a build has started, by its address in the module's properties. */
final class Sandboxes {
  /** Property of the module, for other plugins' configuration. */
  static final String ADDRESS = "switchboard.sandbox.address";

  private Sandboxes() {}

  static Optional<String> addressIn(MavenProject project) {
    return Optional.ofNullable(project.getProperties().getProperty(ADDRESS));
  }
}
