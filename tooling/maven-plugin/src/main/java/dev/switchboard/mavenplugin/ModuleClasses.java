package dev.switchboard.mavenplugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/** Where the apps of a module are looked for. */
final class ModuleClasses {
  private ModuleClasses() {}

  /** The module's own classes first, compiled or not; what is not compiled is named by the scan. */
  static List<Path> of(MavenProject module, boolean classPath) {
    Path own = Path.of(module.getBuild().getOutputDirectory());
    List<Path> roots = new ArrayList<>();
    roots.add(own);
    if (classPath) {
      try {
        module.getRuntimeClasspathElements().stream()
            .map(Path::of)
            .filter(path -> !path.equals(own) && Files.exists(path))
            .forEach(roots::add);
      } catch (DependencyResolutionRequiredException unresolved) {
        throw new IllegalStateException(unresolved);
      }
    }
    return roots;
  }
}
