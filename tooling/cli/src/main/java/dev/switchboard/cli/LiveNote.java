package dev.switchboard.cli;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.provisioning.files.DurableFiles;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that says what an application was before a live run led it elsewhere. It holds what the state holds, so no secret. */
final class LiveNote {
  private final Path file;

  LiveNote(Path file) {
    this.file = file;
  }

  /**
   * Writes it down before the first change. The note of a run that was killed is kept: what is on the platform now is that run's, as
   * long as the state still leads to where it led.
   *
   * @param exists whether there is an application by now
   * @param remembered what the state says of it
   */
  void begin(boolean exists, Json remembered, URI baseUrl) {
    if (Files.exists(file)) {
      String former = read().required("base_url");
      // With the slash that every path begins with: one address may be the beginning of another.
      if (remembered.write().contains("\"" + former.replaceFirst("/+$", "") + "/")) {
        return;
      }
    }
    write(Json.object("base_url", baseUrl.toString(), "existed", exists, "before", remembered));
  }

  /** Whether there was no application before. */
  boolean isOfNothing() {
    return !read().flag("existed").orElse(true);
  }

  /** What the application was. */
  Json before() {
    return read().get("before");
  }

  /** It is as it was. */
  void end() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      throw unusable("cannot be removed");
    }
  }

  private Json read() {
    try {
      return Json.parse(Files.readString(file));
    } catch (IOException | JsonException unreadable) {
      throw unusable("cannot be read");
    }
  }

  private void write(Json note) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      new DurableFiles().replace(file, note.write().getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      throw unusable("cannot be written");
    }
  }

  private CommandException unusable(String how) {
    return new CommandException(
        Outcome.FAILURE,
        file + " " + how
            + ". It says what the application was before a live run; look at the file, and at the application in the"
            + " dashboard.");
  }
}
