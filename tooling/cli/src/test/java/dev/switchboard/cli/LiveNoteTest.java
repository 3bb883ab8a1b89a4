package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.commands.CommandException;
import dev.switchboard.provisioning.Msisdn;
import dev.switchboard.provisioning.Status;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveNoteTest {
  private static final Json HOME = leadingTo("https://line.example/a");

  @TempDir
  Path folder;

  private LiveNote note() {
    return new LiveNote(folder.resolve("below/line.live.json"));
  }

  private static Json leadingTo(String address) {
    return Json.object("answer_url", Json.object("address", address));
  }

  /** Of an application with numbers, or of none. */
  private static Status status(String... numbers) {
    Optional<String> id = Optional.of("id").filter(any -> numbers.length > 0);
    List<Status.NumberStatus> linked = Stream.of(numbers)
        .map(number -> new Status.NumberStatus("line", number, "GB", id, Optional.empty()))
        .toList();
    return new Status(id, id, true, 1, List.of(), linked, Optional.empty(), false);
  }

  @Test
  void theNoteOfAKilledRunIsKeptWhileTheStateLeadsWhereItLed() {
    note().begin(status("447700900123"), HOME, URI.create("http://127.0.0.1:80"));
    note()
        .begin(
            status("447700900123"),
            leadingTo("http://127.0.0.1:80/a"),
            URI.create("http://127.0.0.1:90"));
    assertThat(note().before()).isEqualTo(HOME);
    assertThat(note().numbers()).isEqualTo(Map.of(Msisdn.of("447700900123"), "line"));
    assertThat(note().isOfNothing()).isFalse();
  }

  @Test
  void aNoteThatSomebodyAppliedOverSinceIsWrittenAnew() {
    note().begin(status("447700900123"), HOME, URI.create("http://127.0.0.1:80"));
    Json since = leadingTo("http://127.0.0.1:8080/a");
    note().begin(status("447700900123"), since, URI.create("http://127.0.0.1:90"));
    assertThat(note().before()).isEqualTo(since);
  }

  @Test
  void anApplicationThatWasNotThereIsNothingToBringBack() {
    note().begin(status(), Json.object(), URI.create("https://mine.example"));
    assertThat(note().isOfNothing()).isTrue();
    note().end();
    note().end();
    assertThat(folder.resolve("below/line.live.json")).doesNotExist();
  }

  @Test
  void aBrokenNoteIsNamed() throws Exception {
    note().begin(status("447700900123"), HOME, URI.create("https://mine.example"));
    Files.writeString(folder.resolve("below/line.live.json"), "{");
    assertThatThrownBy(() -> note().before())
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("line.live.json cannot be read");
  }
}
