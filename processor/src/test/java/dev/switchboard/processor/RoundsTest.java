package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** How the processor gets along with others and with incremental builds. */
class RoundsTest {
  private static final JavaFileObject APP = JavaFileObjects.forSourceString("example.Line", """
      package example;

      import dev.switchboard.annotations.*;
      import dev.switchboard.webhooks.ncco.Ncco;
      import dev.switchboard.webhooks.voice.*;

      @VoiceApp(name = "Line")
      @SwitchboardApp(handlers = GeneratedDesk.class)
      public class Line {
        @AnswerUrl
        Ncco answer(AnswerRequest call) {
          return Ncco.of(Ncco.talk("Hello."));
        }
      }
      """);

  private static final String DESK = """
      package example;

      import dev.switchboard.annotations.EventUrl;
      import dev.switchboard.webhooks.voice.VoiceEvent;

      public class GeneratedDesk {
        @EventUrl
        public void event(VoiceEvent event) {}
      }
      """;

  /** Writes a class in its first or second round, as a code generator of the user's would. */
  private static final class Writes extends AbstractProcessor {
    private final int rounds;
    private final String written;
    private final String text;
    private int seen;

    Writes(int rounds, String written, String text) {
      this.rounds = rounds;
      this.written = written;
      this.text = text;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (seen < rounds) {
        seen++;
        String name = seen == rounds ? written : "Before" + seen;
        String source = seen == rounds ? text : "package example; class " + name + " {}";
        try (Writer writer =
            processingEnv.getFiler().createSourceFile("example." + name).openWriter()) {
          writer.write(source);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  @Test
  void typesOfOtherProcessorsAreWaitedFor() {
    for (int rounds = 1; rounds <= 2; rounds++) {
      Compilation compilation = Compiler.javac()
          .withProcessors(new SwitchboardProcessor(), new Writes(rounds, "GeneratedDesk", DESK))
          .compile(APP);
      assertThat(compilation.errors()).isEmpty();
      assertThat(Fixtures.written(compilation))
          .containsKey("META-INF/switchboard/example.Line.json");
    }
  }

  @Test
  void constantsOfOtherProcessorsAreWaitedFor() {
    JavaFileObject app = JavaFileObjects.forSourceString("example.Later", """
        package example;

        import dev.switchboard.annotations.*;
        import dev.switchboard.webhooks.ncco.Ncco;
        import dev.switchboard.webhooks.voice.*;

        @VoiceApp(name = Paths.NAME)
        public class Later {
          @AnswerUrl(Paths.ANSWER)
          Ncco answer(AnswerRequest call) {
            return Ncco.of(Ncco.talk("Hello."));
          }
        }
        """);
    String paths =
        "package example; interface Paths { String NAME = \"Later\", ANSWER = \"/later/answer\"; }";
    Compilation compilation = Compiler.javac()
        .withProcessors(new SwitchboardProcessor(), new Writes(2, "Paths", paths))
        .compile(app);
    assertThat(compilation.diagnostics())
        .noneMatch(said -> said.getMessage(null).contains("SWB"));
    assertThat(compilation.errors()).isEmpty();
    assertThat(Fixtures.written(compilation).get("META-INF/switchboard/example.Later.json"))
        .contains("\"name\": \"Later\"", "\"path\": \"/later/answer\"");
  }

  @Test
  void aTypeThatNeverComesIsNamedOnce() {
    Compilation compilation =
        Compiler.javac().withProcessors(new SwitchboardProcessor()).compile(APP);
    assertThat(compilation.errors().stream()
            .map(error -> error.getMessage(null))
            .filter(text -> text.contains("SWB")))
        .singleElement()
        .asString()
        .contains("SWB002", "handlers");
  }

  /** Hands everything to the real filer and notes which elements each file comes from. */
  private static final class Noting implements Filer {
    private final Filer filer;
    private final Map<String, List<Element>> origins;

    Noting(Filer filer, Map<String, List<Element>> origins) {
      this.filer = filer;
      this.origins = origins;
    }

    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... from) throws IOException {
      origins.put(name.toString(), List.of(from));
      return filer.createSourceFile(name, from);
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... from) throws IOException {
      throw new AssertionError("no class files");
    }

    @Override
    public FileObject createResource(
        Location location, CharSequence in, CharSequence name, Element... from) throws IOException {
      origins.put(name.toString(), List.of(from));
      return filer.createResource(location, in, name, from);
    }

    @Override
    public FileObject getResource(Location location, CharSequence in, CharSequence name) {
      throw new AssertionError("reads no files");
    }
  }

  @Test
  void eachFileComesFromItsAppAlone() {
    Map<String, List<Element>> origins = new HashMap<>();
    SwitchboardProcessor processor = new SwitchboardProcessor();
    AbstractProcessor noting = new AbstractProcessor() {
      @Override
      public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
      }

      @Override
      public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
      }

      @Override
      public synchronized void init(ProcessingEnvironment environment) {
        processor.init(new Wrapped(environment, new Noting(environment.getFiler(), origins)));
      }

      @Override
      public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        assertThat(processor.process(annotations, round)).as("claims").isFalse();
        return false;
      }
    };
    List<JavaFileObject> sources =
        new ArrayList<>(Fixtures.sources(Fixtures.GOLDEN.resolve("taxi/input")));
    sources.addAll(Fixtures.sources(Fixtures.GOLDEN.resolve("smallest/input")));
    Compilation compilation = Compiler.javac().withProcessors(noting).compile(sources);
    assertThat(compilation.errors()).isEmpty();
    assertThat(origins).hasSize(6);
    origins.forEach((name, from) -> assertThat(from)
        .as(name)
        .singleElement()
        .hasToString(name.contains("Taxi") ? "com.example.taxi.TaxiLine" : "com.example.Forward"));
  }

  /** The compiler's environment with another filer. */
  private record Wrapped(ProcessingEnvironment environment, Filer filer)
      implements ProcessingEnvironment {
    @Override
    public Map<String, String> getOptions() {
      return environment.getOptions();
    }

    @Override
    public Messager getMessager() {
      return environment.getMessager();
    }

    @Override
    public Filer getFiler() {
      return filer;
    }

    @Override
    public Elements getElementUtils() {
      return environment.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return environment.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return environment.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return environment.getLocale();
    }
  }
}
