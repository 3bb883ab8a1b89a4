package dev.switchboard.processor.javac;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The manifests of one compilation, and those of earlier ones that must not outlive it. A compiler that fails writes no class files and
 * leaves the folder as it is, manifests included; a manifest must never be there without the classes that serve it. Keeps names and files
 * across rounds, never elements.
 */
public final class ManifestFiles {
  private final Supplier<Filer> filer;
  private final SortedMap<String, FileObject> unproven = new TreeMap<>();
  private boolean classesExpected;

  /** Manifests that are written through that filer, which is asked for when it is needed. */
  public ManifestFiles(Supplier<Filer> filer) {
    this.filer = filer;
  }

  /** A manifest was written, and stays if that class is compiled in the end. */
  void written(FileObject manifest, String router) {
    unproven.put(router, manifest);
  }

  /** Class files are to follow, or would be but for an error: from now on a manifest without them is one too many. */
  public void expectClasses() {
    classesExpected = true;
  }

  /** The compiler wrote a class file. */
  public void compiled(String type) {
    unproven.remove(type);
  }

  /** Nothing more will be compiled: whatever manifest is left without a router goes. */
  public void compilationOver() {
    if (classesExpected) {
      unproven.values().forEach(ManifestFiles::delete);
    }
    unproven.clear();
  }

  /** Removes what an earlier compilation into the same folder left: the app as it is now has no manifest. */
  public void withdraw(String path) {
    try {
      delete(filer.get().getResource(StandardLocation.CLASS_OUTPUT, "", path));
    } catch (IOException | RuntimeException absent) {
      // There is none, or nowhere that one could be.
    }
  }

  private static void delete(FileObject file) {
    if (file.delete()) {
      return;
    }
    try {
      Files.deleteIfExists(Path.of(file.toUri())); // javac's filer hands out files that refuse to.
    } catch (IOException | RuntimeException noFile) {
      // Then it is in the memory of some tool, which gets the errors of this compilation anyway.
    }
  }
}
