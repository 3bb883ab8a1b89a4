package dev.switchboard.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Where the fixtures lie, and how they are compiled. */
final class Fixtures {
  static final Path GOLDEN = Path.of("src/test/golden");
  static final Path REJECTED = Path.of("src/test/rejected");
  static final Path STUBS = Path.of("src/test/stubs");

  private static final List<String> OPTIONS =
      List.of("--release", "17", "-Xlint:all,-processing", "-Werror", "-implicit:none");

  private Fixtures() {}

  /** Every file below a folder with that ending, sorted. */
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> folders(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sources of those files, with their paths as names. */
  static List<JavaFileObject> sources(Path folder) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (Path file : files(folder, ".java")) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      sources.add(JavaFileObjects.forSourceString(
          name.substring(0, name.length() - 5).replace('/', '.'), text(file)));
    }
    return sources;
  }

  /** Compiles with the processor, strictly. */
  static Compilation compile(List<JavaFileObject> sources) {
    return Compiler.javac()
        .withOptions(OPTIONS)
        .withProcessors(new SwitchboardProcessor())
        .compile(sources);
  }

  /** Sources and manifests that the processor wrote, by path. */
  static SortedMap<String, String> written(Compilation compilation) {
    SortedMap<String, String> written = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      String path = file.toUri().getPath();
      for (StandardLocation location :
          List.of(StandardLocation.SOURCE_OUTPUT, StandardLocation.CLASS_OUTPUT)) {
        String prefix = "/" + location.getName() + "/";
        if (path.startsWith(prefix) && !path.endsWith(".class")) {
          written.put(path.substring(prefix.length()), content(file));
        }
      }
    }
    return written;
  }

  private static String content(JavaFileObject file) {
    try (var in = file.openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the annotations lie, alone. */
  static Path annotations() {
    return Stream.of(
            System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
        .filter(entry -> entry.contains("annotations") && !entry.contains("auto-service"))
        .map(Path::of)
        .findFirst()
        .orElseThrow();
  }
}
