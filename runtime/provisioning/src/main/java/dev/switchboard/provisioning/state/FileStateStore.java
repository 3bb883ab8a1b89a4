package dev.switchboard.provisioning.state;

import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import dev.switchboard.provisioning.files.DurableFiles;
import dev.switchboard.provisioning.keys.ApplicationKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * State in a file. It holds no secret and may be committed. Comparing and swapping happens under a lock of the operating
 * system on {@code <file>.lock}, which a killed process gives up.
 */
public final class FileStateStore implements StateStore {
  private static final Duration LONGEST_LOCK = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  /** Locks of the operating system are per process; threads of this one queue here. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final Path file;
  private final DurableFiles files;

  /** State in {@code file}; its folder is made with the first write. */
  public FileStateStore(Path file) {
    this(file, new DurableFiles());
  }

  /** The same, with writes that can be watched. */
  public FileStateStore(Path file, DurableFiles files) {
    this.file = file.toAbsolutePath().normalize();
    this.files = files;
  }

  @Override
  public Optional<Stored> read() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ProvisioningException(
            Failure.INVALID,
            "The state file " + file + " is too big.",
            "Put back the last good one.");
      }
      String document = Files.readString(file, StandardCharsets.UTF_8);
      return Optional.of(new Stored(document, ApplicationKey.sha256(document)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw broken("read", e);
    }
  }

  @Override
  public Optional<Stored> replace(@Nullable String expected, String document) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    THREADS.lock();
    try {
      Files.createDirectories(
          Objects.requireNonNull(file.getParent(), "an absolute file has a folder"));
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = lock(channel)) {
        Objects.requireNonNull(held);
        if (!Objects.equals(read().map(Stored::revision).orElse(null), expected)) {
          return Optional.empty();
        }
        files.replace(file, document.getBytes(StandardCharsets.UTF_8));
        return Optional.of(new Stored(document, ApplicationKey.sha256(document)));
      }
    } catch (IOException e) {
      throw broken("written", e);
    } finally {
      THREADS.unlock();
    }
  }

  /** Another process holds it for as long as a write takes; one that stands still must not make us stand still. */
  private FileLock lock(FileChannel channel) throws IOException {
    long from = System.nanoTime();
    while (true) {
      FileLock held = channel.tryLock();
      if (held != null) {
        return held;
      }
      if (System.nanoTime() - from > LONGEST_LOCK.toNanos()) {
        throw new ProvisioningException(
            Failure.BUSY,
            "Another process holds the lock of the state file " + file + " and does not move.",
            "End it, or let it go on; then run it again.");
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  @Override
  public String describe() {
    return file.toString();
  }

  private ProvisioningException broken(String verb, IOException e) {
    return new ProvisioningException(
        Failure.FAILED,
        "The state file " + file + " cannot be " + verb + " (" + e.getClass().getSimpleName()
            + ").",
        "Check the folder's permissions and the space on the disk.",
        e);
  }
}
