package dev.switchboard.manifest.scan;

import dev.switchboard.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Class files and manifests of one folder or jar. */
final class ClassPathRoot {
  /** Bytes of one file. Class files end far below, and so does a manifest. */
  private static final int LONGEST = 32 * 1024 * 1024;

  /** Takes a file. */
  @FunctionalInterface
  interface Visitor {
    /** {@code name} is relative to the root, with forward slashes. */
    void visit(String name, byte[] content);
  }

  private ClassPathRoot() {}

  /** Visits the class files and manifests of a root, in order of their names. */
  static void visit(Path root, Visitor visitor) throws IOException {
    if (Files.isDirectory(root)) {
      visitFolder(root, visitor);
    } else if (Files.isRegularFile(root)) {
      visitJar(root, visitor);
    } else {
      throw new NoSuchFileException(root.toString());
    }
  }

  private static void visitFolder(Path root, Visitor visitor) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (isWanted(name)) {
        checkLength(name, Files.size(file));
        visitor.visit(name, Files.readAllBytes(file));
      }
    }
  }

  private static void visitJar(Path root, Visitor visitor) throws IOException {
    try (ZipFile jar = new ZipFile(root.toFile())) {
      List<? extends ZipEntry> entries = jar.stream()
          .filter(entry -> isWanted(entry.getName()))
          .sorted(Comparator.comparing(ZipEntry::getName))
          .toList();
      for (ZipEntry entry : entries) {
        checkLength(entry.getName(), entry.getSize());
        try (var in = jar.getInputStream(entry)) {
          visitor.visit(entry.getName(), in.readNBytes(LONGEST));
        }
      }
    }
  }

  private static boolean isWanted(String name) {
    boolean isClass = name.endsWith(".class") && !name.startsWith("META-INF/");
    return isClass || isManifest(name);
  }

  /** Schemas lie in the same folder. */
  private static boolean isManifest(String name) {
    return name.startsWith(Manifest.FOLDER)
        && name.endsWith(".json")
        && !name.endsWith(".schema.json")
        && name.indexOf('/', Manifest.FOLDER.length()) < 0;
  }

  private static void checkLength(String name, long length) {
    if (length > LONGEST) {
      throw new ScanException(name + " is longer than " + LONGEST
          + " bytes. Name the folder or jar of the app itself.");
    }
  }
}
