package dev.switchboard.webhooks;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every URL of the apps that are served together, by path and method. */
final class RouteTable {
  /** A URL and the app it belongs to. */
  record Entry(WebhookRouter router, Route<?> route) {}

  private final String prefix;
  private final Map<String, List<Entry>> byPath = new HashMap<>();

  private RouteTable(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Gathers the routes.
   *
   * @throws IllegalArgumentException where two apps claim one URL, or a router was generated for another runtime
   */
  static RouteTable of(URI baseUrl, WebhookRouter... routers) {
    RouteTable table = new RouteTable(Objects.requireNonNullElse(baseUrl.getRawPath(), ""));
    for (WebhookRouter router : routers) {
      if (router.contract() > Webhooks.CONTRACT) {
        throw new IllegalArgumentException("The router of " + router.app()
            + " was generated for runtime contract "
            + router.contract() + "; this version of switchboard-webhooks serves contracts up to "
            + Webhooks.CONTRACT
            + ". Update switchboard-webhooks to the release of the processor.");
      }
      router.routes().forEach(route -> table.add(new Entry(router, route)));
    }
    return table;
  }

  private void add(Entry entry) {
    List<Entry> sharing = byPath.computeIfAbsent(entry.route().path(), path -> new ArrayList<>(1));
    for (Entry other : sharing) {
      if (other.route().method().equals(entry.route().method())) {
        throw new IllegalArgumentException(entry.router().app() + " and "
            + other.router().app() + " both serve " + entry.route().method() + ' '
            + entry.route().path() + ". Give one of them another path.");
      }
    }
    sharing.add(entry);
  }

  /** What is served at a path, whether or not it has the base URL's own path before it; null where nothing is. */
  @Nullable
  List<Entry> at(String path) {
    List<Entry> found = byPath.get(path);
    return found == null && !prefix.isEmpty() && path.startsWith(prefix)
        ? byPath.get(path.substring(prefix.length()))
        : found;
  }

  /** The websocket at a path; null where there is none. */
  @Nullable
  Entry websocketAt(String path) {
    List<Entry> here = at(path);
    return here == null
        ? null
        : here.stream()
            .filter(entry -> entry.route().opensWebsocket())
            .findFirst()
            .orElse(null);
  }

  /** Every URL. */
  List<Entry> all() {
    return byPath.values().stream().flatMap(List::stream).toList();
  }
}
