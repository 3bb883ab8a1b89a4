package dev.switchboard.sandbox.store;

import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * State in a file, by H2's MVStore: a log-structured store that writes each commit as one chunk behind the ones before and
 * finds the last whole one when it opens. What is committed survives the end of the process, however it ends; the machine
 * losing power may take the last moments along, since a commit is not forced to the disk.
 */
public final class FileStore implements Store {
  private final MVStore store;

  private FileStore(MVStore store) {
    this.store = store;
  }

  /**
   * Opens a file, or makes one that only its owner can read: applications hold addresses, messages hold what people wrote.
   *
   * @throws IOException when it is open elsewhere, is no such file, or cannot be written
   */
  public static FileStore open(Path file) throws IOException {
    create(file);
    try {
      return new FileStore(
          new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open());
    } catch (MVStoreException unusable) {
      throw new IOException(
          file + " cannot be used: another process has it open, or it is no data file of a sandbox",
          unusable);
    }
  }

  private static void create(Path file) throws IOException {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException present) {
      // Opened as it is.
    }
  }

  @Override
  public void put(String kind, String key, Supplier<Json> value) {
    Map<String, Long> places = places(kind);
    MVMap<Long, String> values = values(kind);
    Long place = places.get(key);
    if (place == null) {
      Long last = values.lastKey();
      place = last == null ? 1L : last + 1;
      places.put(key, place);
    }
    values.put(place, value.get().write());
  }

  @Override
  public void remove(String kind, String key) {
    Long place = places(kind).remove(key);
    if (place != null) {
      values(kind).remove(place);
    }
  }

  @Override
  public List<Json> load(String kind) {
    return new TreeMap<>(values(kind)).values().stream().map(Json::parse).toList();
  }

  @Override
  public void commit() {
    store.commit();
  }

  @Override
  public void close() {
    store.close();
  }

  /** The place of each key: values lie in the order in which their keys were first put. */
  private MVMap<String, Long> places(String kind) {
    return store.openMap(kind + ".places");
  }

  private MVMap<Long, String> values(String kind) {
    return store.openMap(kind + ".values");
  }
}
