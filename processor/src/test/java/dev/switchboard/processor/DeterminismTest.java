package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources give the same bytes: in any order of files, in any locale, in a project of many apps. */
class DeterminismTest {
  private static final int APPS = 50;

  private final Locale locale = Locale.getDefault();

  @TempDir
  private Path folder;

  private final List<Path> sources = new ArrayList<>();

  @BeforeEach
  void writeApps() throws IOException {
    for (int i = 0; i < APPS; i++) {
      Path source = folder.resolve("src").resolve("IncidentLine" + i + ".java");
      Files.createDirectories(source.getParent());
      Files.writeString(source, app(i));
      sources.add(source);
    }
    for (Path file : Fixtures.files(Fixtures.GOLDEN.resolve("taxi/input"), ".java")) {
      sources.add(file);
    }
    sources.addAll(Fixtures.files(Fixtures.STUBS, ".java"));
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @Test
  void sameBytesEachTime() throws IOException {
    SortedMap<String, String> once = compile("once", sources);
    assertThat(once).hasSizeGreaterThan(APPS * 8);
    assertThat(compile("again", sources)).isEqualTo(once);
    List<Path> reversed = new ArrayList<>(sources);
    Collections.reverse(reversed);
    assertThat(compile("reversed", reversed)).isEqualTo(once);
    // In Turkish, "INCIDENT".toLowerCase() has dotless letters.
    Locale.setDefault(new Locale("tr", "TR"));
    assertThat(compile("turkish", sources)).isEqualTo(once);
  }

  private SortedMap<String, String> compile(String name, List<Path> files) throws IOException {
    Path out = Files.createDirectories(folder.resolve(name));
    Javac compiled = Javac.compile(
        out, files, List.of("-Xlint:all,-processing,-path", "-Werror"), new SwitchboardProcessor());
    assertThat(compiled.succeeded()).as("%s", compiled.diagnostics()).isTrue();
    return compiled.bytes();
  }

  private static String app(int i) {
    return """
        package com.example.many;

        import dev.switchboard.annotations.*;
        import dev.switchboard.webhooks.messages.*;
        import dev.switchboard.webhooks.ncco.Ncco;
        import dev.switchboard.webhooks.voice.*;

        @SwitchboardApp(name = "Incident ${stage} %1$d", numbers = {"first-line", "IncidentLine"})
        @VoiceApp(region = Region.EU_WEST)
        @MessagesApp
        public final class IncidentLine%1$d {
          @AnswerUrl("/%1$d/answer")
          Ncco answer(AnswerRequest call) {
            return Ncco.of(Ncco.talk("Hello."));
          }

          @CallbackUrl
          void inputIgnored(InputEvent input) {}

          @EventUrl
          void over(CallEvent.Completed event) {}

          @InboundUrl
          void image(InboundMessage message, Content.Image image) {}

          @InboundUrl
          void message(InboundMessage message) {}

          @StatusUrl
          void status(MessageStatus status) {}
        }
        """.formatted(i);
  }
}
