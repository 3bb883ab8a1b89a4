package dev.switchboard.cli;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a run on this machine keeps state, keys and what the app prints. It goes when the run ends or is stopped, the private key with it. */
final class DemoFolder implements AutoCloseable {
  private final Path folder;

  private final Thread hook;

  private DemoFolder(Path folder) {
    this.folder = folder;
    this.hook = new Thread(this::delete, "folder-delete");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static DemoFolder create() throws IOException {
    return new DemoFolder(Files.createTempDirectory("switchboard-demo"));
  }

  Path state() {
    return folder.resolve("state.json");
  }

  Path keys() {
    return folder.resolve("keys");
  }

  Path log() {
    return folder.resolve("app.log");
  }

  /** Where a copy of a key can be put for the app. */
  Path privateKeyFile() {
    return folder.resolve("application.pem");
  }

  /** Where one compilation leaves its classes. */
  Path classes(int compilation) {
    return folder.resolve("classes-" + compilation);
  }

  /** The key that the apply has made: the only one there. */
  Path privateKey() {
    try (Stream<Path> files = Files.list(keys())) {
      return files
          .filter(file -> file.toString().endsWith(".pem"))
          .findFirst()
          .orElseThrow(() -> new CommandException(
              Outcome.FAILURE, "The apply left no key in " + keys() + ". Report this."));
    } catch (IOException unreadable) {
      throw new CommandException(
          Outcome.FAILURE,
          keys() + " cannot be read. Point java.io.tmpdir at a folder that you may write to.");
    }
  }

  @Override
  public void close() {
    delete();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stillUsed) {
      // The app may write its last line just now; state and keys have gone by then.
      folder.toFile().deleteOnExit();
    }
  }
}
