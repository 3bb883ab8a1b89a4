package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Eclipse batch compiler, which takes processors from the class path, writes the same and finds the same. */
class EclipseCompilerTest {
  @TempDir
  private Path folder;

  /** In a process of its own, because this compiler writes generated sources into its working folder. */
  private String compile(boolean expected, List<Path> sources)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "org.eclipse.jdt.internal.compiler.batch.Main",
        "-17",
        "-proceedOnError",
        "-nowarn",
        "-classpath",
        absolute(System.getProperty("java.class.path")),
        "-d",
        folder.toString()));
    sources.forEach(source -> command.add(source.toAbsolutePath().toString()));
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    assertThat(process.waitFor() == 0).as("%s", said).isEqualTo(expected);
    return said;
  }

  private static String absolute(String classPath) {
    String separator = System.getProperty("path.separator");
    return Stream.of(classPath.split(separator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(separator));
  }

  @Test
  void writesTheSameAsJavac() throws IOException, InterruptedException {
    Path golden = Fixtures.GOLDEN.resolve("taxi");
    List<Path> sources = new ArrayList<>(Fixtures.files(golden.resolve("input"), ".java"));
    sources.addAll(Fixtures.files(Fixtures.STUBS, ".java"));
    compile(true, sources);
    SortedMap<String, String> wanted = new TreeMap<>();
    SortedMap<String, String> written = new TreeMap<>();
    for (Path file : Fixtures.files(golden.resolve("expected"), "")) {
      String name = golden.resolve("expected").relativize(file).toString();
      wanted.put(name, Fixtures.text(file));
      assertThat(folder.resolve(name)).exists();
      written.put(name, Fixtures.text(folder.resolve(name)));
    }
    assertThat(written).isEqualTo(wanted);
    assertThat(Files.exists(folder.resolve("com/example/taxi/TaxiLineRouter.class")))
        .isTrue();
  }

  @Test
  void aBrokenAppLeavesNoManifest() throws IOException, InterruptedException {
    Path source = folder.resolve("Office.java");
    String app = "@dev.switchboard.annotations.VbcApp(name = \"Office\") public class Office {}";
    Files.writeString(source, app);
    compile(true, List.of(source));
    assertThat(folder.resolve("META-INF/switchboard/Office.json")).exists();
    Files.writeString(source, app.replace("\"Office\"", "\" \""));
    compile(false, List.of(source));
    assertThat(folder.resolve("META-INF/switchboard/Office.json")).doesNotExist();
  }

  @Test
  void findsTheSameAsJavac() throws IOException, InterruptedException {
    String said = compile(false, List.of(Fixtures.REJECTED.resolve("TimeoutOutOfRange.java")));
    assertThat(said).contains("[SWB301]", "[SWB302]", "[SWB303]", "connectTimeout = 299");
  }
}
