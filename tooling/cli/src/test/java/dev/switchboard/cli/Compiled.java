package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Apps as javac and the processor make them. */
final class Compiled {
  private Compiled() {}

  /** Compiles sources into a folder that is emptied first; each begins with its package. */
  static void into(Path classes, String... sources) {
    compile(classes, "-proc:full", sources);
  }

  /** The same, as JDK 23 and later do it when nobody names the processor. */
  static void withoutProcessor(Path classes, String... sources) {
    compile(classes, "-proc:none", sources);
  }

  /** A call app with a number and a value, and a method at a path of its own. */
  static String line(String name, String path, String settings) {
    return """
        package acme;
        import dev.switchboard.annotations.*;
        import dev.switchboard.webhooks.ncco.Ncco;
        import dev.switchboard.webhooks.voice.AnswerRequest;
        import dev.switchboard.webhooks.voice.CallEvent;
        @SwitchboardApp(name = "%1$s ${stage}", numbers = "line")
        @VoiceApp(%3$s)
        public final class %1$s {
          @AnswerUrl("%2$s")
          Ncco answer(AnswerRequest call) {
            return Ncco.of(Ncco.talk("Hello."));
          }
          @EventUrl("%2$s/event")
          void event(CallEvent event) {}
        }
        """.formatted(name, path, settings);
  }

  private static void compile(Path classes, String processing, String... sources) {
    clear(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options = new ArrayList<>(List.of(
        "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-g", "-nowarn"));
    if (!processing.equals("-proc:full") || Runtime.version().feature() >= 21) {
      options.add(processing); // Before JDK 21 it is the default, and has no name.
    }
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<JavaFileObject> units = Stream.of(sources).map(Compiled::source).toList();
      assertThat(compiler.getTask(said, files, null, options, null, units).call())
          .as(said.toString())
          .isTrue();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private static void clear(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private static JavaFileObject source(String text) {
    String type = text.replaceFirst("(?s).*?public (final )?(class|interface) (\\w+).*", "$3");
    String folder =
        text.replaceFirst("(?s)\\s*package ([\\w.]+);.*", "$1").toLowerCase(Locale.ROOT);
    URI uri = URI.create("string:///" + folder.replace('.', '/') + "/" + type + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
