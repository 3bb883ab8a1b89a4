package dev.switchboard.sandbox.project;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every project that has described itself in this run. Used from the loop alone. */
public final class Projects {
  /** Far more apps than one account has; what is older makes room. */
  private static final int REMEMBERED = 1_000;

  private final Applications applications;
  private final Map<String, Project> projects = new LinkedHashMap<>();

  /** None yet. */
  public Projects(Applications applications) {
    this.applications = applications;
  }

  /** Takes a description in place of the former one of the same app and environment. */
  public void put(Project project) {
    String key = project.app() + " in " + project.environment();
    projects.remove(key);
    projects.put(key, project);
    if (projects.size() > REMEMBERED) {
      projects.remove(projects.keySet().iterator().next());
    }
  }

  /** The methods behind a path of an application; of any that serves it, where no application is named. */
  public List<Json> handlers(Optional<String> applicationId, String path) {
    return projects.values().stream()
        .filter(project ->
            applicationId.filter(id -> !id.equals(project.applicationId())).isEmpty())
        .flatMap(project -> Optional.ofNullable(project.handlers().get(path)).stream())
        .findFirst()
        .map(methods -> methods.stream().map(Project.Handler::toJson).toList())
        .orElse(List.of());
  }

  /** The paths behind which there are methods of an application that exists. */
  public Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>();
    for (Project project : projects.values()) {
      if (applications.find(project.applicationId()).isPresent()) {
        paths.addAll(project.handlers().keySet());
      }
    }
    return paths;
  }

  /** Each project with desired, last applied and live side by side. */
  public Json toJson() {
    List<Json> all = new ArrayList<>();
    for (Project project : projects.values()) {
      Optional<Application> application = applications.find(project.applicationId());
      Map<String, Object> live = application.map(Application::view).orElseGet(LinkedHashMap::new);
      live.remove("id");
      live.remove("keys");
      all.add(Json.object(
          "app", project.app(),
          "environment", project.environment(),
          "application_id", project.applicationId(),
          "exists", application.isPresent(),
          "rows", Json.array(project.rows(Json.of(live)))));
    }
    return Json.array(all);
  }
}
