package dev.switchboard.manifest.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.ManifestWriter;
import dev.switchboard.manifest.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathScanTest {
  /** As the annotations module declares them: kept in class files, invisible at run time. */
  private static final Map<String, String> ANNOTATIONS = Map.of(
      "dev.switchboard.annotations.VoiceApp",
      "package dev.switchboard.annotations; public @interface VoiceApp { Class<?>[] handlers() default {}; }",
      "dev.switchboard.annotations.AnswerUrl",
      "package dev.switchboard.annotations; public @interface AnswerUrl { String value() default \"\"; int[] x() default {}; }",
      "dev.switchboard.annotations.Generated",
      "package dev.switchboard.annotations; public @interface Generated { String value(); }");

  private static final String APP = """
      package acme;
      import dev.switchboard.annotations.*;
      @VoiceApp
      public class Line extends Middle {
        static final long BIG = 123456789012345L; // a constant that takes two places of the pool
        @AnswerUrl(value = "/a", x = {1, 2})
        String answer(java.util.Map.Entry<String, String> call) {
          return "ncco" + call;
        }
        @AnswerUrl
        String answer(String call) { return call; }
        @AnswerUrl
        String answer(String[] calls, java.util.List<String> more) { return calls[0]; }
      }
      """;

  private static final String MIDDLE = "package acme; class Middle extends Inherited {}";
  private static final String INHERITED =
      "package acme; class Inherited { @dev.switchboard.annotations.AnswerUrl String old() { return \"\"; } }";
  private static final String LOST =
      "package acme; public class LostDesk { @dev.switchboard.annotations.AnswerUrl public String late() { return \"\"; } }";
  private static final String ROUTER =
      "package acme; @dev.switchboard.annotations.Generated(\"acme.Line\") final class LineRouter {}";

  @TempDir
  Path folder;

  @Test
  void findsAppsOfFoldersAndJars() throws IOException {
    Path classes = compile(
        "classes", Map.of("acme.Line", APP, "acme.Middle", MIDDLE, "acme.Inherited", INHERITED));
    writeManifest(classes, "acme.Line");
    Path jar = jar(classes, folder.resolve("line.jar"));

    for (Path root : List.of(classes, jar)) {
      ClassPathScan scan = ClassPathScan.of(List.of(root));

      assertThat(scan.problems()).isEmpty();
      assertThat(scan.requireApps()).singleElement().satisfies(app -> {
        assertThat(app.manifest().app()).isEqualTo("acme.Line");
        assertThat(app.root()).isEqualTo(root);
        assertThat(app.json()).isEqualTo(ManifestWriter.write(app.manifest()));
      });
      assertThat(scan.app("Line")).isEqualTo(scan.app("acme.Line")).isPresent();
      assertThat(scan.app("ine")).isEmpty();
    }
  }

  @Test
  void findsTheLineOfAHandlerByItsParameters() throws IOException {
    Path classes = compile(
        "classes", Map.of("acme.Line", APP, "acme.Middle", MIDDLE, "acme.Inherited", INHERITED));

    ClassPathScan scan = ClassPathScan.of(List.of(classes));

    assertThat(scan.source("acme.Line#answer(Map.Entry)")).contains("Line.java:8");
    assertThat(scan.source("acme.Line#answer(Map.Entry<String, String>)")).contains("Line.java:8");
    assertThat(scan.source("acme.Line#answer(String)")).contains("Line.java:11");
    assertThat(scan.source("acme.Line#answer(String[],List)")).contains("Line.java:13");
    assertThat(scan.source("acme.Line#answer(Integer)")).isEmpty();
    assertThat(scan.source("acme.Other#answer(String)")).isEmpty();
    assertThat(scan.source("nonsense")).isEmpty();
  }

  @Test
  void aHandlerClassThatNoAppListsIsAProblem() throws IOException {
    Path classes = compile(
        "classes",
        Map.of(
            "acme.Line",
            APP,
            "acme.Middle",
            MIDDLE,
            "acme.Inherited",
            INHERITED,
            "acme.LostDesk",
            LOST,
            "acme.LineRouter",
            ROUTER));
    writeManifest(classes, "acme.Line");

    ClassPathScan scan = ClassPathScan.of(List.of(classes));

    assertThat(scan.unlistedHandlers()).containsExactly("acme.LostDesk");
    assertThatThrownBy(scan::requireApps)
        .isInstanceOf(ScanException.class)
        .hasMessage(
            "acme.LostDesk has webhook methods, but no app lists it, so nothing would call them. Add it to the"
                + " handlers of @SwitchboardApp on the app that serves them.");
    writeManifest(classes, "acme.Line", "acme.LostDesk");
    assertThat(ClassPathScan.of(List.of(classes)).problems()).isEmpty();
  }

  @Test
  void anAppWithoutManifestNamesTheCompilersSwitch() throws IOException {
    Path classes = compile(
        "classes", Map.of("acme.Line", APP, "acme.Middle", MIDDLE, "acme.Inherited", INHERITED));

    ClassPathScan scan = ClassPathScan.of(List.of(classes));

    assertThat(scan.appsWithoutManifest()).containsExactly("acme.Line");
    assertThat(scan.unlistedHandlers()).isEmpty();
    assertThatThrownBy(scan::requireApps)
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("No manifest found for acme.Line")
        .hasMessageContaining("JDK 23")
        .hasMessageContaining("annotationProcessorPaths");
  }

  @Test
  void aManifestThatOutlivesItsAppIsAProblem() throws IOException {
    Path classes = compile(
        "classes",
        Map.of(
            "acme.Line",
            APP,
            "acme.Middle",
            MIDDLE,
            "acme.Inherited",
            INHERITED,
            "acme.Plain",
            "package acme; class Plain {}"));
    writeManifest(classes, "acme.Line");
    writeManifest(classes, "acme.Plain");
    writeManifest(classes, "acme.Gone");

    ClassPathScan scan = ClassPathScan.of(List.of(classes));

    assertThat(scan.manifestsWithoutApp()).containsExactly("acme.Gone", "acme.Plain");
    assertThat(scan.problems())
        .containsExactly(
            "The manifest of acme.Gone is left over from an earlier compilation: there is no such class. Empty the folder"
                + " of class files and compile again (mvn clean compile).",
            "The manifest of acme.Plain is left over from an earlier compilation: that class is no app any more. Empty"
                + " the folder of class files and compile again (mvn clean compile).");
  }

  @Test
  void aManifestOfAnEarlierCompileIsStale() throws IOException {
    Path classes = compile(
        "classes",
        Map.of(
            "acme.Line",
            APP,
            "acme.Middle",
            MIDDLE,
            "acme.Inherited",
            INHERITED,
            "acme.LostDesk",
            LOST));
    String app = "acme.Line";
    List<String> methods = List.of(
        app + "#answer(Map.Entry<String, String>)",
        app + "#answer(String)",
        app + "#answer(String[], List<String>)",
        app + "#old()",
        "acme.LostDesk#late()");
    List<String> without =
        methods.stream().filter(name -> !name.endsWith("(String)")).toList();
    List<String> gone =
        Stream.concat(methods.stream(), Stream.of(app + "#gone(String)")).toList();

    writeManifest(classes, app, List.of("voice"), methods, "acme.LostDesk");
    assertThat(ClassPathScan.of(List.of(classes)).problems()).isEmpty();
    writeManifest(classes, app, List.of("voice"), without, "acme.LostDesk");
    assertThat(ClassPathScan.of(List.of(classes)).problems())
        .singleElement()
        .asString()
        .contains(
            "The manifest of acme.Line in " + classes + " is stale",
            "acme.Line has a webhook method \"answer\" that the manifest does not have",
            "clean and compile again",
            "JDK 23");
    writeManifest(classes, app, List.of("voice"), gone, "acme.LostDesk");
    assertThat(ClassPathScan.of(List.of(classes)).problems())
        .singleElement()
        .asString()
        .contains("the manifest has a webhook method \"gone\" that acme.Line does not have");
    writeManifest(classes, app, List.of("voice", "messages"), methods, "acme.LostDesk");
    assertThat(ClassPathScan.of(List.of(classes)).problems())
        .singleElement()
        .asString()
        .contains("has the capabilities [voice], and the manifest has [messages, voice]");
    writeManifest(classes, app, List.of("voice"), methods, "acme.LostDesk");
    Files.delete(classes.resolve("acme/Inherited.class"));
    assertThat(ClassPathScan.of(List.of(classes)).problems())
        .as("a supertype that was not looked at may have it")
        .isEmpty();
    Files.delete(classes.resolve("acme/Line.class"));
    assertThat(ClassPathScan.of(List.of(classes)).problems())
        .singleElement()
        .asString()
        .contains("The manifest of acme.Line is left over", "there is no such class");
  }

  @Test
  void nothingAnnotatedAtAllSaysWhereItLooked() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> ClassPathScan.of(List.of(empty)).requireApps())
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("No manifest found in " + empty)
        .hasMessageContaining("JDK 23");
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> ClassPathScan.of(List.of(absent)))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining(absent.toString())
        .hasMessageContaining("Compile the project");

    Path notAJar = Files.writeString(folder.resolve("not.jar"), "nothing like a zip");
    assertThatThrownBy(() -> ClassPathScan.of(List.of(notAJar))).isInstanceOf(ScanException.class);

    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.createDirectories(broken.resolve("META-INF/switchboard"));
    Files.writeString(broken.resolve("META-INF/switchboard/acme.Line.json"), "{");
    assertThatThrownBy(() -> ClassPathScan.of(List.of(broken)))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("META-INF/switchboard/acme.Line.json in " + broken);
  }

  @Test
  void everyCutOffClassFileIsRefusedOrHarmless() throws IOException {
    Path classes = compile(
        "classes", Map.of("acme.Line", APP, "acme.Middle", MIDDLE, "acme.Inherited", INHERITED));
    byte[] whole = Files.readAllBytes(classes.resolve("acme/Line.class"));
    Path cut = Files.createDirectory(folder.resolve("cut"));

    for (int length = 0; length < whole.length; length++) {
      Files.write(cut.resolve("Line.class"), Arrays.copyOf(whole, length));
      try {
        assertThat(ClassPathScan.of(List.of(cut)).apps()).isEmpty();
      } catch (ScanException refused) {
        assertThat(refused).hasMessageContaining("Line.class in " + cut);
      }
    }
  }

  @Test
  void schemasAndFoldersBesideManifestsAreNone() throws IOException {
    Path manifests = folder.resolve("root/META-INF/switchboard");
    Files.createDirectories(manifests.resolve("deeper"));
    Files.writeString(manifests.resolve("deeper/a.json"), "not one");
    Files.writeString(manifests.resolve("manifest.schema.json"), "{}");

    assertThat(ClassPathScan.of(List.of(folder.resolve("root"))).apps()).isEmpty();
  }

  private static void writeManifest(Path classes, String app, String... handlers)
      throws IOException {
    List<String> methods = new ArrayList<>(List.of(
        app + "#answer(Map.Entry<String, String>)",
        app + "#answer(String)",
        app + "#answer(String[], List<String>)",
        app + "#old()"));
    Stream.of(handlers).map(handler -> handler + "#late()").forEach(methods::add);
    writeManifest(classes, app, List.of("voice"), methods, handlers);
  }

  private static void writeManifest(
      Path classes, String app, List<String> capabilities, List<String> methods, String... handlers)
      throws IOException {
    Route route = new Route(Optional.of("voice"), "answer_url", "GET", "/a", methods);
    Manifest manifest = new Manifest(
        app,
        new Application(
            "Line",
            capabilities.stream()
                .map(name -> new Capability(name, List.of(), Map.of()))
                .toList(),
            Map.of()),
        List.of(route),
        List.of(handlers),
        List.of(),
        List.of());
    Path file = classes.resolve(manifest.resourceName());
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
    Files.writeString(file, ManifestWriter.write(manifest));
  }

  private Path compile(String name, Map<String, String> sources) throws IOException {
    Path annotations = folder.resolve("annotations");
    Files.createDirectories(annotations);
    javac(annotations, ANNOTATIONS, annotations);
    Path classes = Files.createDirectories(folder.resolve(name));
    javac(classes, sources, annotations);
    return classes;
  }

  private static void javac(Path target, Map<String, String> sources, Path classPath)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> files =
        sources.entrySet().stream().map(e -> source(e.getKey(), e.getValue())).toList();
    List<String> options =
        List.of("-d", target.toString(), "-cp", classPath.toString(), "-proc:none", "-g");
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      assertThat(compiler.getTask(null, manager, null, options, null, files).call())
          .isTrue();
    }
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }
    return jar;
  }
}
