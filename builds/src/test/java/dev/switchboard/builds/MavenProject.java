package dev.switchboard.builds;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of one of the projects beside these tests, built by a Maven of its own process. */
record MavenProject(Path folder) {
  private static final Path PROJECTS = Path.of("src/test/projects");

  /** What a build said. */
  record Outcome(boolean succeeded, String said) {}

  static MavenProject copy(String name, Path target) throws IOException {
    Path source = PROJECTS.resolve(name);
    try (Stream<Path> all = Files.walk(source)) {
      for (Path file : all.sorted().toList()) {
        Files.copy(file, target.resolve(source.relativize(file)));
      }
    }
    return new MavenProject(target);
  }

  /** {@code mvn compile}, by the JDK that runs the tests. */
  Outcome compile() throws IOException, InterruptedException {
    return build("compile");
  }

  /** Maven with these words after it, by the JDK that runs the tests. */
  Outcome build(String... words) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    List<String> command = new ArrayList<>(List.of(windows ? "mvn.cmd" : "mvn", "-B", "-ntp"));
    command.addAll(List.of(words));
    command.add("-Dkotlin.compiler.daemon=false"); // It would outlive the test.
    command.add("-Dmaven.repo.local=" + System.getProperty("builds.repository"));
    if (System.getProperty("builds.network").equals("offline=true")) {
      command.add("-o");
    }
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("build.log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Of the build around this one.
    List.of("MAVEN_PROJECTBASEDIR", "MAVEN_CMD_LINE_ARGS").forEach(builder.environment()::remove);
    Process process = builder.start();
    if (!process.waitFor(8, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException("mvn hangs: " + log());
    }
    return new Outcome(process.exitValue() == 0, log());
  }

  private String log() throws IOException {
    return new String(Files.readAllBytes(folder.resolve("build.log")), Charset.defaultCharset());
  }

  /** Writes a source file anew. */
  void edit(String file, String text, String by) throws IOException {
    Path source = folder.resolve(file);
    String before = Files.readString(source);
    String after = before.replace(text, by);
    if (after.equals(before)) {
      throw new IllegalArgumentException(file + " has no " + text);
    }
    Files.writeString(source, after);
  }

  /** What lies below a folder of {@code target}, by path, as hex. */
  SortedMap<String, String> files(String below) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path root = folder.resolve("target").resolve(below);
    if (Files.isDirectory(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(
              root.relativize(file).toString().replace(File.separatorChar, '/'),
              HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }
}
