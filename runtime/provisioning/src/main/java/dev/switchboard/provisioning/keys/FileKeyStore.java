package dev.switchboard.provisioning.keys;

import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import dev.switchboard.provisioning.files.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys as files: {@code <fingerprint>.pem}, 0600, made exclusively, in a folder of 0700 that lies outside the project so
 * that no commit and no container image picks it up.
 */
public final class FileKeyStore implements KeyStore {
  private static final String SUFFIX = ".pem";
  private static final long MOST_BYTES = 64 * 1024;

  private final Path folder;
  private final DurableFiles files;

  /**
   * A store of one app in one environment.
   *
   * @param folder holds that app's keys and nothing else; made with the first key
   */
  public FileKeyStore(Path folder) {
    this(folder, new DurableFiles());
  }

  /** The same, with writes that can be watched. */
  public FileKeyStore(Path folder, DurableFiles files) {
    this.folder = folder.toAbsolutePath().normalize();
    this.files = files;
  }

  /**
   * The folder below the user's configuration folder.
   *
   * @param environment of the process: {@code SWITCHBOARD_KEYS} names another root, else {@code XDG_CONFIG_HOME} or
   *     {@code APPDATA} counts
   */
  public static Path root(java.util.Map<String, String> environment) {
    String own = environment.get("SWITCHBOARD_KEYS");
    if (own != null && !own.isBlank()) {
      return Path.of(own);
    }
    String config =
        environment.getOrDefault("XDG_CONFIG_HOME", environment.getOrDefault("APPDATA", ""));
    Path home = Path.of(System.getProperty("user.home"));
    return (config.isBlank() ? home.resolve(".config") : Path.of(config))
        .resolve("switchboard/keys");
  }

  @Override
  public List<ApplicationKey> keys() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(FileKeyStore::isKey).sorted().map(FileKeyStore::read).toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static boolean isKey(Path file) {
    String name = file.getFileName().toString();
    // Temporary files of a run that was cut off begin with a dot; they were never a key.
    return name.endsWith(SUFFIX) && !name.startsWith(".");
  }

  private static ApplicationKey read(Path file) {
    try {
      if (DurableFiles.openToOthers(file)) {
        throw new ProvisioningException(
            Failure.INVALID,
            "The private key " + file + " may be read or written by other users.",
            "Close it with \"chmod 600 " + file
                + "\", and rotate the key if others had the chance to read it.");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new ProvisioningException(
            Failure.INVALID,
            file + " is too big for a private key.",
            "Move it out of the folder of keys.");
      }
      return ApplicationKey.fromPem(
          Files.readString(file, StandardCharsets.ISO_8859_1), file.toString());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public void store(ApplicationKey key) {
    projectAround(folder).ifPresent(project -> {
      throw new ProvisioningException(
          Failure.REFUSED,
          "The folder for private keys, " + folder + ", lies inside the project " + project + ".",
          "Point SWITCHBOARD_KEYS at a folder outside, so that no commit or image takes the keys along.");
    });
    Path file = folder.resolve(key.fingerprint() + SUFFIX);
    try {
      files.createPrivate(file, key.privatePem().getBytes(StandardCharsets.US_ASCII));
    } catch (FileAlreadyExistsException e) {
      if (!read(file).equals(key)) {
        throw new ProvisioningException(
            Failure.INVALID,
            file + " holds another key than its name says.",
            "Move that file away.",
            e);
      }
    } catch (IOException e) {
      throw new ProvisioningException(
          Failure.FAILED,
          "The private key cannot be written to " + folder + " (" + e.getClass().getSimpleName()
              + ").",
          "Make that folder writable for you, or point SWITCHBOARD_KEYS at another one.",
          e);
    }
  }

  /** The work tree that holds {@code folder}: the nearest parent with a {@code .git}, unless that is the home folder. */
  private static Optional<Path> projectAround(Path folder) {
    Path home = Path.of(System.getProperty("user.home")).toAbsolutePath().normalize();
    for (@Nullable Path at = folder; at != null; at = at.getParent()) {
      if (at.equals(home)) {
        return Optional.empty();
      }
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  @Override
  public String describe() {
    return folder.toString();
  }

  private static ProvisioningException unreadable(Path path, IOException e) {
    return new ProvisioningException(
        Failure.INVALID,
        path + " cannot be read (" + e.getClass().getSimpleName() + ").",
        "Give yourself the right to read it.",
        e);
  }
}
