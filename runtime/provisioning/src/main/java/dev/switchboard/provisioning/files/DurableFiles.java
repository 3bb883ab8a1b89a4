package dev.switchboard.provisioning.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Writes small files so that a process that is killed, or a machine that loses power, leaves the old content or the new
 * one and nothing between: a temporary file beside it, forced to disk, then renamed.
 */
public final class DurableFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
      PosixFilePermission.GROUP_READ,
      PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.OTHERS_READ,
      PosixFilePermission.OTHERS_WRITE,
      PosixFilePermission.OTHERS_EXECUTE);

  /** The moments of a write, in their order. */
  public enum Moment {
    /** Nothing is on disk yet. */
    BEFORE_WRITE,
    /** The temporary file is whole; the target is as it was. */
    BEFORE_RENAME,
    /** The target is new. */
    AFTER_RENAME
  }

  /** Sees each write as it happens; fault tests stop the process there. */
  @FunctionalInterface
  public interface Observer {
    /** Called on the writing thread. */
    void at(Moment moment, Path target);
  }

  private final Observer observer;

  /** Writes that nobody watches. */
  public DurableFiles() {
    this((moment, target) -> {});
  }

  /** Writes that {@code observer} sees. */
  public DurableFiles(Observer observer) {
    this.observer = observer;
  }

  /** Puts {@code bytes} in place of whatever {@code target} held. Missing folders are made. */
  public void replace(Path target, byte[] bytes) throws IOException {
    observer.at(Moment.BEFORE_WRITE, target);
    Path temporary = write(target, bytes, new FileAttribute<?>[0]);
    try {
      observer.at(Moment.BEFORE_RENAME, target);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceFolder(target);
    observer.at(Moment.AFTER_RENAME, target);
  }

  /**
   * Makes a file that only its owner may read (0600, in folders of 0700 as far as they are new).
   *
   * @throws FileAlreadyExistsException when there is one; it stays as it is
   */
  public void createPrivate(Path target, byte[] bytes) throws IOException {
    observer.at(Moment.BEFORE_WRITE, target);
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder, owner("rwx------"));
    }
    Path temporary = write(target, bytes, owner("rw-------"));
    try {
      observer.at(Moment.BEFORE_RENAME, target);
      link(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceFolder(target);
    observer.at(Moment.AFTER_RENAME, target);
  }

  /** A hard link is the one way to give a whole file its name and to fail where the name is taken. */
  private static void link(Path temporary, Path target) throws IOException {
    try {
      Files.createLink(target, temporary);
    } catch (UnsupportedOperationException e) {
      Files.move(temporary, target);
    }
  }

  private static Path write(Path target, byte[] bytes, FileAttribute<?>[] attributes)
      throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try (FileChannel channel = FileChannel.open(
        temporary,
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        attributes)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    return temporary;
  }

  /** A rename is durable only when its folder is; systems that cannot open a folder need no such thing. */
  private static void forceFolder(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * Whether anybody but the owner may do anything with a file.
   *
   * @return false also where the file system has no such permissions
   */
  public static boolean openToOthers(Path file) throws IOException {
    if (!POSIX) {
      return false;
    }
    Set<PosixFilePermission> permissions = EnumSet.copyOf(OTHERS);
    permissions.retainAll(Files.getPosixFilePermissions(file));
    return !permissions.isEmpty();
  }

  private static FileAttribute<?>[] owner(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
