package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Mistakes and what is said about them. Each offending line ends with what is expected there, and the exact set is compared, so that a
 * missing finding and one too many both fail, as does anything that javac itself has to say: a path without a slash is followed by
 * {@code // expect: SWB305 at "answer"}, and a method that nobody can call by {@code // expect: SWB210}.
 *
 * <p>A file is a compilation of its own; a folder is one compilation of all its files. One that starts with {@code // compile with:
 * annotations} has nothing else of Switchboard's on its class path; one that starts with {@code // compile with: a compiler that fails}
 * meets a bug.
 */
class RejectedTest {
  private static final Pattern EXPECTATION =
      Pattern.compile("(SWB\\d{3}|javac)(?: at (\".*?\"|[^;]+))?");
  private static final Pattern ALONE = Pattern.compile("^// compile with: annotations\n");
  private static final Pattern FAILING =
      Pattern.compile("^// compile with: a compiler that fails\n");
  private static final Pattern ID = Pattern.compile("\\[(SWB\\d{3})]$");

  /** What is said, and where. */
  private record Finding(String file, long line, String id, String at) {}

  @TestFactory
  Stream<DynamicTest> mistakesAreFound() throws IOException {
    try (Stream<Path> all = Files.list(Fixtures.REJECTED)) {
      return all.sorted().toList().stream()
          .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }
  }

  private static void check(Path path) {
    List<JavaFileObject> sources = new ArrayList<>();
    List<Finding> expected = new ArrayList<>();

    for (Path file : Fixtures.files(path, ".java")) {
      expected.addAll(expected(file));
    }
    if (Files.isDirectory(path)) {
      sources.addAll(Fixtures.sources(path));
    } else {
      String name = path.getFileName().toString();
      sources.add(JavaFileObjects.forSourceString(
          name.substring(0, name.length() - 5), Fixtures.text(path)));
    }
    Compiler compiler =
        Compiler.javac().withOptions("--release", "17").withProcessors(processor(path));
    if (startsWith(path, ALONE)) {
      compiler = compiler.withClasspath(List.of(Fixtures.annotations().toFile()));
    } else {
      sources.addAll(Fixtures.sources(Fixtures.STUBS));
    }
    Compilation compilation = compiler.compile(sources);
    List<Finding> found = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
      found.add(finding(diagnostic, expected));
    }
    assertThat(expected).as("a rejected fixture expects something").isNotEmpty();
    assertThat(found)
        .as("%s", compilation.diagnostics())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static boolean startsWith(Path path, Pattern directive) {
    return Fixtures.files(path, ".java").stream()
        .map(Fixtures::text)
        .anyMatch(directive.asPredicate());
  }

  private static Processor processor(Path path) {
    return startsWith(path, FAILING) ? new OnBrokenCompiler() : new SwitchboardProcessor();
  }

  private static List<Finding> expected(Path file) {
    List<Finding> expected = new ArrayList<>();
    List<String> lines = Fixtures.text(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int comment = lines.get(i).indexOf("// expect: ");
      if (comment >= 0) {
        for (String one : lines.get(i).substring(comment + 11).split("; ", -1)) {
          Matcher matcher = EXPECTATION.matcher(one.strip());
          assertThat(matcher.matches()).as("an expectation: %s", one).isTrue();
          String at = matcher.group(2) == null ? "" : matcher.group(2);
          expected.add(new Finding(file.getFileName().toString(), i + 1L, matcher.group(1), at));
        }
      }
    }
    return expected;
  }

  private static Finding finding(
      Diagnostic<? extends JavaFileObject> diagnostic, List<Finding> expected) {
    Matcher id = ID.matcher(diagnostic.getMessage(null));
    JavaFileObject source = diagnostic.getSource();
    String file =
        source == null ? "" : Path.of(source.toUri().getPath()).getFileName().toString();
    String rule = id.find() ? id.group(1) : "javac";
    String at = source == null ? "" : at(diagnostic, source);
    boolean positioned = expected.contains(new Finding(file, diagnostic.getLineNumber(), rule, at));
    return new Finding(
        file,
        diagnostic.getLineNumber(),
        rule,
        positioned || !isBare(expected, file, diagnostic, rule) ? at : "");
  }

  /** Whether the fixture names the line and the id only. */
  private static boolean isBare(
      List<Finding> expected, String file, Diagnostic<?> diagnostic, String rule) {
    return expected.contains(new Finding(file, diagnostic.getLineNumber(), rule, ""));
  }

  private static String at(Diagnostic<?> diagnostic, JavaFileObject source) {
    try {
      String text = source.getCharContent(true).toString();
      return text.substring((int) diagnostic.getStartPosition(), (int) diagnostic.getEndPosition());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
