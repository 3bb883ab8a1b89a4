package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user sees when something other than the source is wrong. */
class FailureTest {
  @TempDir
  private Path folder;

  private Path app = Path.of("");

  @BeforeEach
  void writeApp() throws IOException {
    app = folder.resolve("Office.java");
    Files.writeString(app, """
        import dev.switchboard.annotations.VbcApp;

        @VbcApp(name = "Office")
        class Office {}
        """);
    Files.createDirectories(folder.resolve("out"));
  }

  /** The processor with a compiler that fails. */
  private static final class OnBrokenCompiler extends AbstractProcessor {
    private final SwitchboardProcessor processor = new SwitchboardProcessor();

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
      processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
          FailureTest.class.getClassLoader(),
          new Class<?>[] {ProcessingEnvironment.class},
          (proxy, method, args) -> {
            if (method.getName().equals("getFiler")) {
              throw new IllegalStateException("no filer today");
            }
            return method.invoke(environment, args);
          }));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      assertThat(processor.process(annotations, round)).isFalse();
      return false;
    }
  }

  @Test
  void aBugIsNotBlamedOnTheUser() {
    Javac compiled = Javac.compile(
        folder.resolve("out"), List.of(app), List.of("-Xlint:-path"), new OnBrokenCompiler());
    assertThat(compiled.succeeded()).isFalse();
    assertThat(compiled.diagnostics())
        .singleElement()
        .satisfies(said -> assertThat(said.getMessage(null))
            .contains("'Office'", "bug in Switchboard", "no filer today", "[SWB001]"));
  }
}
