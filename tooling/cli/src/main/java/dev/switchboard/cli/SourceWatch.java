package dev.switchboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tells when something below a folder has changed, and is at rest again: editors save in several steps. */
final class SourceWatch implements AutoCloseable {
  private static final long AT_REST_MILLIS = 150;

  private final Path root;
  private final WatchService service;

  SourceWatch(Path root) throws IOException {
    this.root = root;
    this.service = root.getFileSystem().newWatchService();
    register(root);
  }

  /** Waits for the next change of a source, and gives the names. Changes since the last time count. */
  NavigableSet<String> next() throws InterruptedException, IOException {
    NavigableSet<String> changed = new TreeSet<>();
    while (changed.isEmpty()) {
      WatchKey key = service.take();
      while (key != null) {
        Path folder = (Path) key.watchable();
        key.pollEvents().stream()
            .filter(event -> event.context() instanceof Path)
            .map(event -> folder.resolve((Path) event.context()))
            .filter(SourceWatch::counts)
            .map(path -> root.relativize(path).toString())
            .forEach(changed::add);
        key.reset();
        key = service.poll(AT_REST_MILLIS, TimeUnit.MILLISECONDS);
      }
      register(root); // Folders may be new; those that are known stay as they are.
    }
    return changed;
  }

  /** Sources, and folders of them; not what editors write beside. */
  private static boolean counts(Path path) {
    return path.toString().endsWith(".java") || Files.isDirectory(path);
  }

  private void register(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path one : walk.filter(Files::isDirectory).toList()) {
        one.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    } catch (NoSuchFileException goneMeanwhile) {
      // Its deletion is a change of its own.
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
