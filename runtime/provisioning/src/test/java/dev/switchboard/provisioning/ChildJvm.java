package dev.switchboard.provisioning;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes of the tests' own classes. Each is killed after a second or two, so most of what it does is starting: the first
 * compiler only, and the classes from an archive that one whole run leaves behind, where the JVM can make one.
 */
final class ChildJvm {
  private final Class<?> main;
  private final Path archive;
  private final String classPath;

  ChildJvm(Path folder, Class<?> main) throws IOException {
    this.main = main;
    this.archive = folder.resolve("classes.jsa");
    this.classPath = classPath(folder);
  }

  /** An archive takes no class from a folder, so the folders become jars. */
  private static String classPath(Path folder) throws IOException {
    String path = Objects.requireNonNullElse(
        System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
    List<String> parts = new ArrayList<>();
    for (String part : path.split(File.pathSeparator, -1)) {
      Path there = Path.of(part);
      if (Files.isDirectory(there)) {
        Path jar = folder.resolve("classes-" + parts.size() + ".jar");
        pack(there, jar);
        parts.add(jar.toString());
      } else {
        parts.add(part);
      }
    }
    return String.join(File.pathSeparator, parts);
  }

  private static void pack(Path folder, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.setLevel(0);
      for (Path path : files) {
        out.putNextEntry(
            new JarEntry(folder.relativize(path).toString().replace(File.separatorChar, '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }

  /** Runs one to its end and keeps the classes that it loaded for those to come. */
  void train(String... args) throws IOException, InterruptedException {
    Process trained =
        process(List.of("-XX:ArchiveClassesAtExit=" + archive), List.of(args)).start();
    trained.getOutputStream().close();
    String said = new String(trained.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (trained.waitFor() != 0) {
      throw new AssertionError(main + " " + Arrays.toString(args) + ": " + said);
    }
  }

  Process start(String... args) throws IOException {
    return process(
            Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of(),
            List.of(args))
        .start();
  }

  private ProcessBuilder process(List<String> flags, List<String> args) {
    List<String> command = Stream.of(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable"),
            flags.stream(),
            Stream.of("-cp", classPath, main.getName()),
            args.stream())
        .flatMap(part -> part)
        .collect(Collectors.toList());
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
