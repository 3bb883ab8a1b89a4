package dev.switchboard.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The JDK's compiler on real folders: for what compile-testing keeps to itself, such as the files of a compilation that failed. */
record Javac(
    boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics, Path folder) {

  /** Compiles into a folder, sources and classes alike. */
  static Javac compile(
      Path folder, List<Path> sources, List<String> options, Processor... processors) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> all =
        new ArrayList<>(List.of("--release", "17", "-implicit:none", "-d", folder.toString()));
    all.addAll(options);
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task = compiler.getTask(
          null, files, said, all, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(processors));
      boolean succeeded = task.call();
      return new Javac(succeeded, said.getDiagnostics(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written beside the class files, by path. */
  SortedMap<String, String> written() {
    SortedMap<String, String> written = new TreeMap<>();
    for (Path file : Fixtures.files(folder, "")) {
      if (!file.toString().endsWith(".class")) {
        written.put(folder.relativize(file).toString().replace('\\', '/'), Fixtures.text(file));
      }
    }
    return written;
  }

  /** Every file with its bytes as hex, by path. */
  SortedMap<String, String> bytes() {
    SortedMap<String, String> bytes = new TreeMap<>();
    for (Path file : Fixtures.files(folder, "")) {
      try {
        bytes.put(
            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bytes;
  }
}
