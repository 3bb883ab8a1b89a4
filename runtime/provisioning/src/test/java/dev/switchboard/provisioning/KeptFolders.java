package dev.switchboard.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Makes the tests' folders below one of its own, outside any project, that lasts as long as the process. */
public final class KeptFolders implements TempDirFactory {
  /** Where all of it lies. */
  public static final Path ROOT = root();

  private static Path root() {
    try {
      Path root = Files.createTempDirectory("switchboard-suite");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      SuiteSecrets.listen();
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      // The system clears its folder of temporary files by itself.
    }
  }

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    return Files.createTempDirectory(ROOT, context.getRequiredTestClass().getSimpleName() + "-");
  }
}
