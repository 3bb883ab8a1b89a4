package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compilation that fails leaves no manifest of an app that it did not compile, neither a new one nor one of better days. */
class StaleManifestTest {
  @TempDir
  private Path folder;

  private Path out = Path.of("");

  @BeforeEach
  void compileOnce() throws IOException {
    out = Files.createDirectories(folder.resolve("out"));
    assertThat(compile(app("One"), app("Two")).succeeded()).isTrue();
    assertThat(manifests()).containsExactly("One.json", "Two.json");
  }

  @Test
  void anAppThatBreaksARuleHasNone() throws IOException {
    assertThat(compile(changed("One", "\"/One\"", "\"One\"")).succeeded()).isFalse();
    assertThat(manifests()).containsExactly("Two.json");
    assertThat(compile(app("One")).succeeded()).isTrue();
    assertThat(manifests()).containsExactly("One.json", "Two.json");
  }

  @Test
  void anAppThatWaitsInVainHasNone() throws IOException {
    Path waiting = changed("One", "AnswerRequest call", "AnswerReqest call");
    assertThat(compile(waiting, app("Two")).succeeded()).isFalse();
    assertThat(manifests()).isEmpty();
  }

  @Test
  void aBodyThatDoesNotCompileLeavesNone() throws IOException {
    String newer = "\"/newer\"";
    Path broken = changed("One", "\"/One\"", newer);
    Files.writeString(broken, Fixtures.text(broken).replace("talk(\"Hello.\")", "talk(1)"));
    assertThat(compile(broken).succeeded()).isFalse();
    assertThat(manifests()).containsExactly("Two.json");
  }

  @Test
  void aHeaderThatNamesNothingLeavesNone() throws IOException {
    Path broken = changed("One", "\"/One\"", "\"/newer\"");
    String text = Fixtures.text(broken);
    Files.writeString(broken, text.replaceFirst("}\\s*$", "void other() throws Nope {} }"));
    assertThat(compile(broken).succeeded()).isFalse();
    assertThat(manifests()).containsExactly("Two.json");
  }

  @Test
  void anImportOfNothingLeavesNone() throws IOException {
    Path broken = changed(
        "One",
        "import dev.switchboard.annotations",
        "import no.such.Thing;\nimport dev.switchboard.annotations");
    assertThat(compile(broken).succeeded()).isFalse();
    assertThat(manifests()).containsExactly("Two.json");
  }

  @Test
  void anUnknownMemberOfAnAnnotationLeavesNone() throws IOException {
    assertThat(compile(changed("One", "name = \"One\"", "name = \"One\", nope = 1"))
            .succeeded())
        .isFalse();
    assertThat(manifests()).containsExactly("Two.json");
  }

  @Test
  void theMistakeOfOneAppLeavesNoManifestOfAnotherThatWasNotCompiledEither() throws IOException {
    Path two = changed("Two", "\"/Two\"", "\"/newer\"");
    assertThat(compile(changed("One", "\"/One\"", "\"One\""), two).succeeded()).isFalse();
    assertThat(manifests()).isEmpty();
  }

  @Test
  void aTextThatIsNoJavaChangesNothing() throws IOException {
    var before = new Javac(true, List.of(), out).bytes();
    Path broken = changed("One", "\"/One\"", "\"/newer\"");
    Files.writeString(broken, Fixtures.text(broken) + "}");
    assertThat(compile(broken).succeeded()).isFalse();
    assertThat(new Javac(true, List.of(), out).bytes()).isEqualTo(before);
  }

  @Test
  void processingAloneWritesThem() throws IOException {
    out = Files.createDirectories(folder.resolve("processed"));
    assertThat(compile(List.of("-proc:only"), app("One")).succeeded()).isTrue();
    assertThat(manifests()).containsExactly("One.json");
  }

  private Javac compile(Path... sources) {
    return compile(List.of(), sources);
  }

  private Javac compile(List<String> options, Path... sources) {
    List<String> all = new ArrayList<>(options);
    all.addAll(
        List.of("-cp", System.getProperty("java.class.path") + java.io.File.pathSeparator + out));
    return Javac.compile(out, List.of(sources), all, new SwitchboardProcessor());
  }

  private List<String> manifests() throws IOException {
    try (Stream<Path> all = Files.list(out.resolve("META-INF/switchboard"))) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path changed(String name, String text, String by) throws IOException {
    Path source = app(name);
    String changed = Fixtures.text(source).replace(text, by);
    assertThat(changed).isNotEqualTo(Fixtures.text(source));
    return Files.writeString(source, changed);
  }

  private Path app(String name) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), """
        import dev.switchboard.annotations.*;
        import dev.switchboard.webhooks.ncco.Ncco;
        import dev.switchboard.webhooks.voice.*;

        @VoiceApp(name = "%1$s")
        public class %1$s {
          @AnswerUrl("/%1$s")
          Ncco answer(AnswerRequest call) {
            return Ncco.of(Ncco.talk("Hello."));
          }
        }
        """.formatted(name));
  }
}
