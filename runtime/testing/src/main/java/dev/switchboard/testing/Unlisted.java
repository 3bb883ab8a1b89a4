package dev.switchboard.testing;

import dev.switchboard.manifest.scan.ClassPathScan;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Finds the handler class that somebody forgot to list: nothing would ever call it, and no test of the app would notice. Looks
 * through the folder that the app was compiled into, once for all tests; an app from a jar was somebody else's to check.
 */
final class Unlisted {
  private static final Map<Path, List<String>> PROBLEMS = new ConcurrentHashMap<>();

  private Unlisted() {}

  static void check(Class<?> app) {
    CodeSource source = app.getProtectionDomain().getCodeSource();
    if (source == null) {
      return;
    }
    Path root;
    try {
      root = Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException noFile) {
      return;
    }
    if (!Files.isDirectory(root)) {
      return;
    }
    List<String> problems = PROBLEMS.computeIfAbsent(
        root, folder -> ClassPathScan.of(List.of(folder)).unlistedHandlers());
    if (!problems.isEmpty()) {
      throw new ExtensionConfigurationException(String.join(", ", problems)
          + " in " + root
          + (problems.size() == 1 ? " has" : " have")
          + " webhook methods, but no app lists "
          + (problems.size() == 1 ? "it" : "them")
          + ", so that nothing would call them. Add "
          + (problems.size() == 1 ? "it" : "them")
          + " to the handlers of @SwitchboardApp on the app that serves them.");
    }
  }
}
