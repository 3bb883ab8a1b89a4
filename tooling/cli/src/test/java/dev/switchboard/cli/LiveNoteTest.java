package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.commands.CommandException;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void theNoteOfAKilledRunIsKeptWhileTheStateLeadsWhereItLed() {
    note().begin(true, HOME, URI.create("http://127.0.0.1:80"));
    note().begin(true, leadingTo("http://127.0.0.1:80/a"), URI.create("http://127.0.0.1:90"));
    assertThat(note().before()).isEqualTo(HOME);
    assertThat(note().isOfNothing()).isFalse();
  }

  @Test
  void aNoteThatSomebodyAppliedOverSinceIsWrittenAnew() {
    note().begin(true, HOME, URI.create("http://127.0.0.1:80"));
    Json since = leadingTo("http://127.0.0.1:8080/a");
    note().begin(true, since, URI.create("http://127.0.0.1:90"));
    assertThat(note().before()).isEqualTo(since);
  }

  @Test
  void anApplicationThatWasNotThereIsNothingToBringBack() {
    note().begin(false, Json.object(), URI.create("https://mine.example"));
    assertThat(note().isOfNothing()).isTrue();
    note().end();
    note().end();
    assertThat(folder.resolve("below/line.live.json")).doesNotExist();
  }

  @Test
  void aBrokenNoteIsNamed() throws Exception {
    note().begin(true, HOME, URI.create("https://mine.example"));
    Files.writeString(folder.resolve("below/line.live.json"), "{");
    assertThatThrownBy(() -> note().before())
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("line.live.json cannot be read");
  }
}
