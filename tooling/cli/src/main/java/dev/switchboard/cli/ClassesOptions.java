package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.manifest.scan.ClassPathScan;
import dev.switchboard.manifest.scan.FoundApp;
import dev.switchboard.provisioning.config.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --classes} and {@code --app}: which compiled apps a command is about. */
final class ClassesOptions {
  /** Where Maven and Gradle put classes, then the example of this repository. */
  private static final List<String> USUAL =
      List.of("target/classes", "build/classes/java/main", "example/target/classes");

  private final Surroundings surroundings;

  @Option(
      names = "--classes",
      paramLabel = "DIR|JAR",
      description =
          "Compiled classes of the apps; repeatable. Default: target/classes, build/classes/java/main or"
              + " example/target/classes, whichever is there first.")
  List<Path> classes = new ArrayList<>();

  @Option(
      names = "--app",
      paramLabel = "NAME",
      description = "The app's class, with or without its package.")
  Optional<String> app = Optional.empty();

  ClassesOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The folders and jars that are looked through. */
  List<Path> roots() {
    if (!classes.isEmpty()) {
      return classes.stream().map(surroundings.folder()::resolve).toList();
    }
    return USUAL.stream()
        .map(surroundings.folder()::resolve)
        .filter(Files::isDirectory)
        .findFirst()
        .map(List::of)
        .orElseThrow(() -> new CommandFailure(
            ExitCode.INVALID,
            "No compiled classes found: there is no " + String.join(", ", USUAL)
                + " here. Compile the project, or name the folder or jar with --classes."));
  }

  ClassPathScan scan() {
    return ClassPathScan.of(roots());
  }

  /** The apps that the command is about: the named one, or all. */
  List<FoundApp> apps(ClassPathScan scan) {
    List<FoundApp> all = scan.requireApps();
    return app.map(name -> List.of(named(scan, all, name))).orElse(all);
  }

  /** The one app that the command is about. */
  FoundApp one(ClassPathScan scan) {
    List<FoundApp> apps = apps(scan);
    if (apps.size() == 1) {
      return apps.get(0);
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        "There are several apps: " + String.join(", ", names(apps)) + ". Name one with --app.");
  }

  private static FoundApp named(ClassPathScan scan, List<FoundApp> all, String name) {
    return scan.app(name).orElseThrow(() -> {
      List<String> known = names(all).stream()
          .flatMap(n -> Stream.of(n, n.replaceFirst(".*[.$]", "")))
          .toList();
      return new CommandFailure(
          ExitCode.USAGE,
          "There is no app \"" + name + "\". "
              + Nearest.to(name, known)
                  .map(near -> "Did you mean \"" + near + "\"?")
                  .orElse("There is: " + String.join(", ", names(all)) + "."));
    });
  }

  private static List<String> names(List<FoundApp> apps) {
    return apps.stream().map(found -> found.manifest().app()).toList();
  }
}
