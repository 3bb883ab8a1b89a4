package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      description = "The app's class, with or without its package. Default: all apps.")
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
        .orElseThrow(() -> new CommandException(
            Outcome.INVALID,
            "No compiled classes found: there is no " + String.join(", ", USUAL)
                + " here. Compile the project, or name the folder or jar with --classes."));
  }

  Project project(EnvironmentOptions environments) {
    return new Project(
        roots(),
        app,
        environments.file(),
        environments.env,
        surroundings.variables(),
        surroundings.home());
  }
}
