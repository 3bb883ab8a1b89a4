package dev.switchboard.provisioning.config;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether an environment fits the apps, as far as the file alone can tell: no variable is looked up. */
public final class EnvironmentCheck {
  private EnvironmentCheck() {}

  /**
   * What does not fit, each a sentence with its remedy, in the order of the apps; empty when all is well: every app has a
   * base URL and everything it wants bound, and no two apps serve one path of one base URL.
   */
  public static List<String> problems(Environment environment, List<Manifest> apps) {
    List<String> problems = new ArrayList<>();
    for (Manifest app : apps) {
      AppSettings settings = environment.settingsOf(app.app());
      if (settings.baseUrl().isEmpty()) {
        problems.add(where(environment) + " has no baseUrl for " + app.app()
            + ". Add baseUrl: https://... to it.");
      }
      missing(app.values(), settings.values())
          .ifPresent(names -> problems.add(where(environment) + " binds no value to " + names
              + ", which " + app.app() + " needs. Add it under values."));
      missing(app.numbers(), settings.numbers())
          .ifPresent(names -> problems.add(where(environment) + " binds no number to " + names
              + ", which " + app.app() + " needs. Add it under numbers."));
    }
    problems.addAll(clashes(environment, apps));
    return problems;
  }

  /**
   * The apps that the environment names and nobody compiled, each a sentence with its remedy. Where a file is shared by modules of which
   * only one is looked at, these may be the apps of the others.
   */
  public static List<String> strangers(Environment environment, List<Manifest> apps) {
    return environment.apps().keySet().stream()
        .filter(name -> apps.stream().noneMatch(app -> app.app().equals(name)))
        .map(name -> where(environment) + " names the app " + name
            + ", which is not among the classes. "
            + Nearest.to(name, apps.stream().map(Manifest::app).toList())
                .map(near -> "Did you mean " + near + "?")
                .orElse("Remove it, or compile that app too."))
        .toList();
  }

  /** Where two apps would serve one path of one base URL, each a sentence with its remedy. */
  public static List<String> clashes(Environment environment, List<Manifest> apps) {
    List<String> clashes = new ArrayList<>();
    Map<String, String> owners = new LinkedHashMap<>();
    for (Manifest app : apps) {
      environment
          .settingsOf(app.app())
          .baseUrl()
          .ifPresent(
              base -> app.routes().stream()
                  .map(Route::path)
                  .distinct()
                  .forEach(
                      path -> Optional.ofNullable(owners.putIfAbsent(
                              base.written().replaceFirst("/+$", "") + path, app.app()))
                          .ifPresent(
                              owner -> clashes.add(
                                  where(environment) + " gives " + owner + " and " + app.app()
                                      + " the same base URL, and both serve " + path
                                      + ". Give one another baseUrl under apps, or another path in its class."))));
    }
    return clashes;
  }

  private static Optional<String> missing(List<String> wanted, Map<String, Setting> bound) {
    String names = wanted.stream()
        .filter(name -> !bound.containsKey(name))
        .map(name -> "\"" + name + "\"")
        .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private static String where(Environment environment) {
    return environment.position() + ": environment \"" + environment.name() + "\"";
  }
}
