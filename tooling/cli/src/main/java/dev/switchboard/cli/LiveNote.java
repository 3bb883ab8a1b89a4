package dev.switchboard.cli;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.provisioning.Msisdn;
import dev.switchboard.provisioning.Status;
import dev.switchboard.provisioning.files.DurableFiles;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

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
   * @param status whether there is an application by now, and which numbers lead to it
   * @param remembered what the state says of it
   */
  void begin(Status status, Json remembered, URI baseUrl) {
    if (Files.exists(file)) {
      String former = read().required("base_url");
      // With the slash that every path begins with: one address may be the beginning of another.
      if (remembered.write().contains("\"" + former.replaceFirst("/+$", "") + "/")) {
        return;
      }
    }
    Json numbers = Json.array(status.numbers().stream()
        .map(number -> Json.object("name", number.name(), "msisdn", number.msisdn()))
        .toList());
    write(Json.object(
        "base_url",
        baseUrl.toString(),
        "existed",
        status.applicationId().isPresent(),
        "before",
        remembered,
        "numbers",
        numbers));
  }

  /** Whether there was no application before. */
  boolean isOfNothing() {
    return !read().flag("existed").orElse(true);
  }

  /** What the application was. */
  Json before() {
    return read().get("before");
  }

  /** The numbers that led to it, and what the manifest calls each. */
  Map<Msisdn, String> numbers() {
    Map<Msisdn, String> numbers = new LinkedHashMap<>();
    for (Json number : read().get("numbers").items()) {
      numbers.put(Msisdn.of(number.required("msisdn")), number.required("name"));
    }
    return numbers;
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
