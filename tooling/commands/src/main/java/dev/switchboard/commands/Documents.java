package dev.switchboard.commands;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The files that commands write and read: whole or not at all. */
public final class Documents {
  /** Bytes; a saved plan of a thousand apps has a tenth of it. */
  private static final long LONGEST = 64L * 1024 * 1024;

  private Documents() {}

  /**
   * Writes a file, and the folders above it; another one of that name is replaced. What is no file, such as a pipe, is
   * written into.
   *
   * @throws CommandException when it cannot be written
   */
  public static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
        // A pipe or a device is written into: a file put in its place would be seen by nobody.
        Files.write(file, bytes, StandardOpenOption.WRITE);
        return;
      }
      Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new CommandException(
          Outcome.FAILURE,
          file + " cannot be written (" + unwritable.getClass().getSimpleName()
              + "). Name a file in a folder that you may write to.");
    }
  }

  /**
   * Reads a file.
   *
   * @throws CommandException when it cannot be read as text
   */
  static String read(Path file, String remedy) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new CommandException(Outcome.INVALID, file + " is too long. " + remedy);
      }
      return Files.readString(file);
    } catch (NoSuchFileException absent) {
      throw new CommandException(Outcome.INVALID, file + " does not exist. " + remedy);
    } catch (CharacterCodingException notText) {
      throw new CommandException(Outcome.INVALID, file + " is not text. " + remedy);
    } catch (IOException unreadable) {
      throw new CommandException(Outcome.INVALID, file + " cannot be read. " + remedy);
    }
  }
}
