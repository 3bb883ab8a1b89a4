package dev.switchboard.cli;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The JDK's compiler on all sources of an app, with the processors that it finds. */
final class SourceCompiler {
  private final JavaCompiler compiler;
  private final Path sources;
  private final List<Path> classPath;
  private final List<Path> processors;

  /**
   * A compiler for a folder of sources.
   *
   * @param processors where processors are looked for; where it is empty, on the class path
   * @throws CommandException when this Java has none
   */
  SourceCompiler(Path sources, List<Path> classPath, List<Path> processors) {
    this.compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
        .orElseThrow(() -> new CommandException(
            Outcome.FAILURE, "This Java has no compiler. Run switchboard with a JDK."));
    this.sources = sources.toAbsolutePath().normalize();
    this.classPath = List.copyOf(classPath);
    this.processors = List.copyOf(processors);
  }

  /**
   * What came of a compilation.
   *
   * @param done whether there are classes
   * @param said what the compiler complains of, one place and sentence each
   */
  record Result(boolean done, List<String> said) {}

  /** Compiles everything into a folder. */
  Result compile(Path classes) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> walk = Files.walk(sources)) {
      Files.createDirectories(classes);
      List<Path> units = walk.filter(file -> file.toString().endsWith(".java")).toList();
      if (units.isEmpty()) {
        return new Result(false, List.of("There is no .java file in " + sources + "."));
      }
      boolean done = compiler
          .getTask(
              null, files, said, options(classes), null, files.getJavaFileObjectsFromPaths(units))
          .call();
      return new Result(done, said.getDiagnostics().stream().map(this::line).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<String> options(Path classes) {
    List<String> options = new ArrayList<>(
        List.of("-d", classes.toString(), "-cp", joined(classPath), "-g", "-parameters"));
    if (!processors.isEmpty()) {
      options.addAll(List.of("-processorpath", joined(processors)));
    }
    if (Runtime.version().feature() >= 21) {
      options.add("-proc:full"); // Before, it is the default and has no name.
    }
    return options;
  }

  private static String joined(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }

  private String line(Diagnostic<? extends JavaFileObject> said) {
    String place = said.getSource() == null
        ? ""
        : sources.relativize(Path.of(said.getSource().toUri())) + ":" + said.getLineNumber() + ": ";
    return place + said.getMessage(Locale.ROOT);
  }
}
