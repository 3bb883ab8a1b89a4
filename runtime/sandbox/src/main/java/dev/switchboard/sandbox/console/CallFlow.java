package dev.switchboard.sandbox.console;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.delivery.Attempts;
import dev.switchboard.sandbox.delivery.Attempts.Attempt;
import dev.switchboard.sandbox.project.Projects;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The applications as a graph: each webhook that is declared or was seen, and the links between them that the NCCOs of this run
 * made. What was never visited is known from the application alone.
 */
public final class CallFlow {
  private final Loop loop;
  private final Applications applications;
  private final Attempts attempts;
  private final Projects projects;

  /** The graph of a running sandbox. */
  public CallFlow(Loop loop, Applications applications, Attempts attempts, Projects projects) {
    this.loop = loop;
    this.applications = applications;
    this.attempts = attempts;
    this.projects = projects;
  }

  /** Nodes and links, for the page. */
  public Json toJson() {
    Map<String, Node> nodes = new LinkedHashMap<>();
    loop.call(() -> {
      applications.all().forEach(application -> declared(application, nodes));
      return nodes;
    });
    Map<String, Link> links = new LinkedHashMap<>();
    for (Attempt attempt : attempts.ended(Attempts.KEPT)) {
      visited(attempt, nodes, links);
    }
    // What nothing has led to yet: a callback, of which no more than path and methods is known.
    loop.call(projects::paths)
        .forEach(each -> nodes.computeIfAbsent(
            each, path -> new Node(path, "callback", "", "", Optional.empty())));
    List<Json> drawn = loop.call(() -> nodes.values().stream()
        .map(node -> node.toJson()
            .with("handlers", Json.array(projects.handlers(node.applicationId, node.path))))
        .toList());
    return Json.object(
        "nodes", Json.array(drawn),
        "links", Json.array(links.values().stream().map(Link::toJson).toList()));
  }

  private static void declared(Application application, Map<String, Node> nodes) {
    application
        .capabilities()
        .members()
        .forEach((capability, settings) -> settings
            .get("webhooks")
            .members()
            .forEach((kind, webhook) -> application
                .webhook(capability, kind)
                .ifPresent(target -> nodes.put(
                    path(target.url().toString()),
                    new Node(
                        path(target.url().toString()),
                        capability + "." + kind,
                        target.method(),
                        application.name(),
                        Optional.of(application.id()))))));
  }

  private static void visited(Attempt attempt, Map<String, Node> nodes, Map<String, Link> links) {
    Step.Webhook step = attempt.step();
    String from = path(step.url());
    Node node = nodes.computeIfAbsent(
        from, path -> new Node(path, step.kind(), step.method(), "", Optional.empty()));
    step.outcome().ifPresent(how -> {
      node.visits++;
      if (how.status() < 200 || how.status() > 299 || !how.failure().isEmpty()) {
        node.failures++;
      }
      for (Target target : targets(how.answer())) {
        nodes.computeIfAbsent(
            target.path,
            path -> new Node(path, target.action, target.method, "", Optional.empty()));
        links.computeIfAbsent(
                from + " " + target.action + " " + target.path,
                key -> new Link(from, target.path, target.action))
            .times++;
      }
    });
  }

  /** The places that an NCCO sends the platform to. */
  private static List<Target> targets(String answer) {
    List<Target> targets = new ArrayList<>();
    try {
      for (Json action : Json.parse(answer).items()) {
        String name = action.text("action").orElse("");
        String method = action.text("eventMethod").orElse("POST");
        for (String url : urls(action)) {
          targets.add(new Target(name, method, path(url)));
        }
      }
    } catch (JsonException | IllegalArgumentException noNcco) {
      return List.of();
    }
    return targets;
  }

  private static Set<String> urls(Json action) {
    Set<String> urls = new LinkedHashSet<>();
    addUrl(action.get("eventUrl"), urls);
    for (Json endpoint : action.get("endpoint").items()) {
      addUrl(endpoint.get("onAnswer").get("url"), urls);
    }
    return urls;
  }

  private static void addUrl(Json value, Set<String> urls) {
    if (value.isArray()) {
      value.items().forEach(each -> addUrl(each, urls));
    } else {
      value.text().ifPresent(urls::add);
    }
  }

  /** The path of an address, for which handlers are known. */
  static String path(String url) {
    String path = URI.create(url.replaceFirst("[?#].*", "")).getPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  private record Target(String action, String method, String path) {}

  private static final class Node {
    private final String path;
    private final String kind;
    private final String method;
    private final String application;
    private final Optional<String> applicationId;
    private long visits;
    private long failures;

    /** A node; {@code applicationId} is that of the application that declares it. */
    private Node(
        String path,
        String kind,
        String method,
        String application,
        Optional<String> applicationId) {
      this.path = path;
      this.kind = kind;
      this.method = method;
      this.application = application;
      this.applicationId = applicationId;
    }

    private Json toJson() {
      return Json.object(
          "path", path,
          "kind", kind,
          "method", method,
          "application", application,
          "declared", applicationId.isPresent(),
          "visits", visits,
          "failures", failures);
    }
  }

  private static final class Link {
    private final String from;
    private final String to;
    private final String action;
    private long times;

    private Link(String from, String to, String action) {
      this.from = from;
      this.to = to;
      this.action = action;
    }

    private Json toJson() {
      return Json.object("from", from, "to", to, "action", action, "times", times);
    }
  }
}
