package dev.switchboard.manifest.scan;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.reader.ManifestException;
import dev.switchboard.manifest.reader.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lies in class folders and jars: the apps, and the annotated classes that belong to none. */
public final class ClassPathScan {
  /** Bytes of a manifest. One of a thousand routes has a tenth of that. */
  private static final int LONGEST_MANIFEST = 4 * 1024 * 1024;

  private static final byte[] MARK = ClassFile.ANNOTATIONS.getBytes(StandardCharsets.US_ASCII);

  private final Map<String, FoundApp> apps = new TreeMap<>();
  private final Map<String, ClassFile> annotated = new TreeMap<>();
  private final Map<String, List<String>> supertypes = new HashMap<>();
  private final List<Path> roots;

  private ClassPathScan(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  /**
   * Looks through class folders and jars.
   *
   * @param roots folders or jars; of two with the same app the first counts, as on a class path
   * @throws ScanException when one is absent or cannot be read, or holds a manifest that cannot be used
   */
  public static ClassPathScan of(List<Path> roots) {
    ClassPathScan scan = new ClassPathScan(roots);
    for (Path root : roots) {
      try {
        ClassPathRoot.visit(root, (name, content) -> scan.take(root, name, content));
      } catch (IOException unreadable) {
        throw new ScanException(
            root + " cannot be read as compiled classes ("
                + unreadable.getClass().getSimpleName()
                + "). Compile the project, then name the folder or jar that it wrote.",
            unreadable);
      }
    }
    return scan;
  }

  /** The apps, by the binary names of their classes. */
  public List<FoundApp> apps() {
    return List.copyOf(apps.values());
  }

  /** Whether there is nothing of ours: no app, and no class that is annotated as one or as its handler. */
  public boolean isEmpty() {
    return apps.isEmpty() && annotated.isEmpty();
  }

  /** The app of a binary name, or of a simple one if only one app is called so. */
  public Optional<FoundApp> app(String name) {
    FoundApp exact = apps.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    List<FoundApp> called = apps.values().stream()
        .filter(app -> app.manifest().app().matches("(.*[.$])?" + Pattern.quote(name)))
        .toList();
    return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
  }

  /** Binary names of classes that are annotated as apps and have no manifest, sorted. */
  public List<String> appsWithoutManifest() {
    return annotated.values().stream()
        .filter(ClassFile::isApp)
        .map(ClassFile::name)
        .filter(name -> !apps.containsKey(name))
        .toList();
  }

  /**
   * Binary names of apps whose class is not there, or is annotated as an app no longer, sorted: their manifests were
   * left behind by an earlier compilation. Where there are no class files at all, manifests were put there on their own.
   */
  public List<String> manifestsWithoutApp() {
    return apps.keySet().stream()
        .filter(name -> !supertypes.isEmpty())
        .filter(name -> !annotated.containsKey(name) || !annotated.get(name).isApp())
        .toList();
  }

  /**
   * Binary names of classes that have webhook methods and belong to no app, sorted: not an app, not in the
   * {@code handlers} of one, and not a supertype of either.
   */
  public List<String> unlistedHandlers() {
    Set<String> listed = listed();
    return annotated.values().stream()
        .filter(type -> !type.isApp())
        .map(ClassFile::name)
        .filter(name -> !listed.contains(name))
        .toList();
  }

  /**
   * Where a handler stands in the source.
   *
   * @param handler as in a manifest's routes, {@code com.acme.Line#answer(AnswerRequest)}
   * @return {@code Line.java:12}, if the class was found and lines were kept
   */
  public Optional<String> source(String handler) {
    int hash = handler.indexOf('#');
    int open = handler.indexOf('(');
    if (hash < 0 || open < hash) {
      return Optional.empty();
    }
    ClassFile type = annotated.get(handler.substring(0, hash));
    if (type == null) {
      return Optional.empty();
    }
    String name = handler.substring(hash + 1, open);
    List<String> parameters = parameters(handler.substring(open + 1, handler.length() - 1));
    return type.methods().stream()
        .filter(method ->
            method.name().equals(name) && method.line().isPresent() && method.takes(parameters))
        .findFirst()
        .flatMap(method -> type.source().map(file -> file + ":" + method.line().getAsInt()));
  }

  /** Names of the types, without type arguments. */
  static List<String> parameters(String list) {
    String erased = list;
    for (String outer = ""; !outer.equals(erased); ) {
      outer = erased;
      erased = outer.replaceAll("<[^<>]*>", "");
    }
    return erased.isBlank() ? List.of() : List.of(erased.split(","));
  }

  /**
   * What is wrong with what was found, each a sentence with its remedy; empty when all is well.
   *
   * @see #apps()
   */
  public List<String> problems() {
    Stream<String> noManifest = appsWithoutManifest().stream()
        .map(name -> "No manifest found for " + name + ", which is annotated as an app. "
            + PROCESSOR_REMEDY);
    Stream<String> unlisted = unlistedHandlers().stream()
        .map(name -> name
            + " has webhook methods, but no app lists it, so nothing would call them. Add it to the"
            + " handlers of @SwitchboardApp on the app that serves them.");
    Stream<String> leftOver = manifestsWithoutApp().stream()
        .map(name -> "The manifest of " + name + " is left over from an earlier compilation: "
            + (supertypes.containsKey(name)
                ? "that class is no app any more."
                : "there is no such class.")
            + " Empty the folder of class files and compile again (mvn clean compile).");
    Staleness staleness = new Staleness(annotated, supertypes);
    Stream<String> stale = apps.values().stream()
        .flatMap(app -> staleness
            .of(app.manifest())
            .map(sign -> "The manifest of " + app.manifest().app() + " in " + app.root()
                + " is stale: " + sign
                + ". It is left from an earlier compile; clean and compile again. "
                + PROCESSOR_REMEDY)
            .stream());
    return Stream.of(noManifest, unlisted, leftOver, stale).flatMap(all -> all).toList();
  }

  /**
   * The apps, as a caller wants them that can do nothing without one.
   *
   * @throws ScanException when there is no app, or {@link #problems()} has one
   */
  public List<FoundApp> requireApps() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new ScanException(String.join(System.lineSeparator(), problems));
    }
    if (apps.isEmpty()) {
      throw new ScanException("No manifest found in "
          + String.join(", ", roots.stream().map(Path::toString).toList()) + ": there is no "
          + Manifest.FOLDER + "*.json. " + PROCESSOR_REMEDY);
    }
    return apps();
  }

  private static final String PROCESSOR_REMEDY =
      "Compile with dev.switchboard:switchboard-processor on the annotation processor path (in Maven:"
          + " annotationProcessorPaths of maven-compiler-plugin); JDK 23 and later run no processor unless it is"
          + " named there, or javac has -proc:full.";

  private Set<String> listed() {
    Set<String> listed = new HashSet<>();
    Deque<String> next = new ArrayDeque<>();
    apps.values().forEach(app -> {
      next.add(app.manifest().app());
      next.addAll(app.manifest().handlers());
      app.manifest().routes().stream()
          .flatMap(route -> route.handlers().stream())
          .map(handler -> handler.replaceFirst("#.*", ""))
          .forEach(next::add);
    });
    annotated.values().stream().filter(ClassFile::isApp).map(ClassFile::name).forEach(next::add);
    while (!next.isEmpty()) {
      String name = next.remove();
      if (listed.add(name)) {
        next.addAll(supertypes.getOrDefault(name, List.of()));
      }
    }
    return listed;
  }

  private void take(Path root, String name, byte[] content) {
    if (name.endsWith(".class")) {
      boolean marked = contains(content, MARK);
      try {
        ClassFile type = ClassFile.read(content);
        supertypes.putIfAbsent(type.name(), type.supertypes());
        if (type.isAnnotated()) {
          annotated.putIfAbsent(type.name(), type);
        }
      } catch (IndexOutOfBoundsException | IllegalArgumentException notOne) {
        if (marked) { // What is no class file of ours is not ours to judge.
          throw new ScanException(
              name + " in " + root
                  + " is not a class file that can be read. Compile the project again.",
              notOne);
        }
      }
    } else if (content.length > LONGEST_MANIFEST) {
      throw new ScanException(
          root + "!" + name + " is too long for a manifest. Compile the app again.");
    } else {
      String json = new String(content, StandardCharsets.UTF_8);
      try {
        Manifest manifest = ManifestReader.read(json);
        apps.putIfAbsent(manifest.app(), new FoundApp(manifest, json, root));
      } catch (ManifestException unusable) {
        throw new ScanException(name + " in " + root + ": " + unusable.getMessage(), unusable);
      }
    }
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    for (int start = 0; start <= content.length - wanted.length; start++) {
      int at = 0;
      while (at < wanted.length && content[start + at] == wanted[at]) {
        at++;
      }
      if (at == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
