package dev.switchboard.mavenplugin;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.config.Configuration;
import dev.switchboard.provisioning.config.Environment;
import dev.switchboard.provisioning.config.EnvironmentCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What only all modules of a build together can tell of the file that they share. */
final class WholeBuild {
  private WholeBuild() {}

  /**
   * The apps that the file names and no module has, each a sentence with its remedy; none while a module of the build is
   * not compiled yet, since it may be the one.
   *
   * @param env the one environment that is meant; empty for all
   */
  static List<String> strangers(
      MavenSession session, Configuration configuration, Optional<String> env) {
    List<MavenProject> modules = session.getAllProjects().stream()
        .filter(module ->
            module.getCompileSourceRoots().stream().anyMatch(root -> Files.exists(Path.of(root))))
        .toList();
    List<Path> roots = modules.stream().map(WholeBuild::classes).toList();
    if (!roots.stream().allMatch(Files::exists)) {
      return List.of();
    }
    List<Manifest> apps =
        ClassPathScan.of(roots).apps().stream().map(FoundApp::manifest).toList();
    Collection<Environment> environments = env.<Collection<Environment>>map(
            name -> List.of(configuration.environment(name)))
        .orElseGet(configuration::environments);
    return environments.stream()
        .flatMap(environment -> EnvironmentCheck.strangers(environment, apps).stream())
        .toList();
  }

  private static Path classes(MavenProject module) {
    return Path.of(module.getBuild().getOutputDirectory());
  }
}
