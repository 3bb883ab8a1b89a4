package dev.switchboard.sandbox.replay;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file of webhooks, one JSON object a line, for its owner's eyes: payloads hold people's numbers and words. */
public final class WebhookFile {
  private static final long LARGEST = 64L << 20;

  private WebhookFile() {}

  /**
   * Every webhook of a file, in its order.
   *
   * @throws IOException when it cannot be read, or is larger than 64 MB
   * @throws IllegalArgumentException when a line is no webhook; the message names the line
   */
  public static List<Recorded> read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is larger than 64 MB");
    }
    List<Recorded> all = new ArrayList<>();
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          all.add(Recorded.read(Json.parse(lines.get(i))));
        } catch (JsonException wrong) {
          throw new IllegalArgumentException(
              file + ", line " + (i + 1) + " is no recorded webhook: " + wrong.getMessage(), wrong);
        }
      }
    }
    return List.copyOf(all);
  }

  /** A writer that adds to a file, made readable to its owner alone where it is new. */
  static Writer append(Path file) throws IOException {
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner = posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
    return Channels.newWriter(Files.newByteChannel(file, options, owner), StandardCharsets.UTF_8);
  }
}
