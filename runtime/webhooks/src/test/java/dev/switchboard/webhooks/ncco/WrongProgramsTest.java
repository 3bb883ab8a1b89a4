package dev.switchboard.webhooks.ncco;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not compile does not, and the compiler's words point at the mistake. */
class WrongProgramsTest {
  private static final String CLASS = """
      package com.acme;

      import static dev.switchboard.webhooks.ncco.Ncco.*;

      import dev.switchboard.webhooks.Route;
      import dev.switchboard.webhooks.ncco.Ncco;
      import dev.switchboard.webhooks.voice.*;

      class Program {
        static final Route<InputEvent> CHOICE = Route.nccoCallback("/choice");
        static final Route<RecordEvent> RECORDED = Route.callback("/recorded");
        static final Route<VoiceEvent> ANY = Route.event("/event");
        Ncco ncco = Ncco.of(%s);
      }
      """;

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///com/acme/Program.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  @TempDir
  private Path output;

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Diagnostic<? extends JavaFileObject>> errors(String source) {
    JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options = List.of(
        "-proc:none",
        "-d",
        output.toString(),
        "-cp",
        Stream.of(Ncco.class, NullMarked.class)
            .map(WrongProgramsTest::place)
            .collect(Collectors.joining(File.pathSeparator)));
    // Analyses only: a program that compiles is not written anywhere.
    JavacTask task =
        (JavacTask) javac.getTask(null, null, said, options, null, List.of(new Source(source)));
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        " | method of in class dev.switchboard.webhooks.ncco.Ncco cannot be applied",
        "input() | InputAction.Start cannot be converted to dev.switchboard.webhooks.ncco.Step",
        "input().to(CHOICE) | method to(dev.switchboard.webhooks.Route<dev.switchboard.webhooks.voice.InputEvent>)",
        "input().digits(1).to(RECORDED) | cannot be converted to dev.switchboard.webhooks.Route<? super dev.switchboard.webhooks.voice.InputEvent>",
        "input().digits(1).to(\"/choice\") | java.lang.String cannot be converted to dev.switchboard.webhooks.Route",
        "talk(\"1\").bargeIn() | method bargeIn in record dev.switchboard.webhooks.ncco.TalkAction cannot be applied",
        "talk(\"1\").bargeIn(connect(phone(\"447700900000\"))) | ConnectAction cannot be converted to dev.switchboard.webhooks.ncco.Listening",
        "stream(\"/1.mp3\").bargeIn(talk(\"2\")) | TalkAction cannot be converted to dev.switchboard.webhooks.ncco.Listening",
        "record().channels(2) | method channels(int)",
        "record().to(CHOICE) | cannot be converted to dev.switchboard.webhooks.Route<? super dev.switchboard.webhooks.voice.RecordEvent>",
        "record().transcription(transcription().to(RECORDED)) | cannot be converted to dev.switchboard.webhooks.Route<? super dev.switchboard.webhooks.voice.TranscriptionEvent>",
        "connect(phone(\"447700900000\"), phone(\"447700900001\")) | method connect in class dev.switchboard.webhooks.ncco.Ncco cannot be applied",
        "connect(phone(\"447700900000\")).to(CHOICE) | cannot be converted to dev.switchboard.webhooks.Route<? super dev.switchboard.webhooks.voice.CallEvent>",
        "connect(app(\"jamie\", whenAnswered())) | method app in class dev.switchboard.webhooks.ncco.Ncco cannot be applied",
        "connect(vbc(\"1\").userToUser(\"x\")) | method userToUser(java.lang.String)",
        "pay(1) | method pay(int)"
      })
  void doNotCompile(String step, String message) {
    assertThat(errors(CLASS.formatted(step == null ? "" : step)))
        .singleElement()
        .satisfies(error -> {
          assertThat(error.getMessage(Locale.ENGLISH)).contains(message);
          assertThat(error.getLineNumber()).isEqualTo(13);
        });
  }

  @Test
  void aHandlerCalledLikeAnActionHidesItsImport() {
    String handler = CLASS.replace("Ncco ncco = Ncco.of(%s);", """
        Ncco connect(InputEvent input) {
            return Ncco.of(connect(phone("447700900000")));
          }""");
    assertThat(errors(handler))
        .singleElement()
        .satisfies(
            error -> assertThat(error.getMessage(Locale.ENGLISH))
                .contains(
                    "incompatible types: dev.switchboard.webhooks.ncco.Endpoint cannot be converted to dev.switchboard.webhooks.voice.InputEvent"));
    assertThat(errors(handler.replace("of(connect(", "of(Ncco.connect("))).isEmpty();
  }

  @Test
  void theRightProgramBesideThemCompiles() {
    assertThat(errors(CLASS.formatted("talk(\"1\").bargeIn(input().digits(1).to(CHOICE)),"
            + " record().splitChannels(2).to(ANY), connect(phone(\"447700900000\")).to(ANY)")))
        .isEmpty();
  }
}
