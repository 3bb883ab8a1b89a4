package dev.switchboard.processor.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which URLs an app has: its methods, grouped by what they serve; worked out once, for all that ask. Total, like reading: a method whose
 * kind cannot be told has no URL here, and every other oddity is kept for the rules to find.
 */
public final class Urls {
  private static final Map<String, List<WebhookKind>> KINDS = new LinkedHashMap<>();

  static {
    for (WebhookKind kind : WebhookKind.values()) {
      KINDS.computeIfAbsent(kind.annotation(), annotation -> new ArrayList<>()).add(kind);
    }
    KINDS.replaceAll((annotation, kinds) -> List.copyOf(kinds));
  }

  private final AppModel app;
  private final List<HandlerMethod> methods;

  /** By identity: a method has one of these for each of its annotations. */
  private final IdentityHashMap<HandlerMethod, WebhookKind> kinds = new IdentityHashMap<>();

  private final List<Url> all;

  private Urls(AppModel app) {
    this.app = app;
    this.methods = app.methods();
    for (HandlerMethod method : methods) {
      kind(method).ifPresent(kind -> kinds.put(method, kind));
    }
    this.all = List.copyOf(grouped());
  }

  /** The URLs of an app. */
  public static Urls of(AppModel app) {
    return new Urls(app);
  }

  /** The app. */
  public AppModel app() {
    return app;
  }

  /** Every handler method of the app, in source order. */
  public List<HandlerMethod> methods() {
    return methods;
  }

  /** In the order of the manifest: webhooks by kind, then callbacks in source order. */
  public List<Url> all() {
    return all;
  }

  /**
   * What one of the app's methods serves: told by its annotation, else by its parameter, else by the capability it states, else by the
   * only capability of the app that has such a webhook.
   */
  public Optional<WebhookKind> kindOf(HandlerMethod method) {
    return Optional.ofNullable(kinds.get(method));
  }

  /** The kinds that an annotation can stand for. */
  public static List<WebhookKind> kinds(String annotation) {
    return KINDS.getOrDefault(annotation, List.of());
  }

  /** Everything that is said of one URL: by its methods, and by the classes they stand in; in source order. */
  public List<UrlSettings> settings(Url url) {
    return settings(url.kind(), url.handlers());
  }

  private Optional<WebhookKind> kind(HandlerMethod method) {
    List<WebhookKind> possible = kinds(method.annotation());
    if (possible.size() <= 1) {
      return possible.stream().findFirst();
    }
    for (WebhookKind kind : possible) {
      if (method.first().filter(first -> first.takes(kind.root())).isPresent()) {
        return Optional.of(kind);
      }
    }
    Optional<Setting<String>> stated = method.settings().capability();
    for (WebhookKind kind : possible) {
      if (stated.filter(one -> kind.capability().name().equals(one.value())).isPresent()) {
        return Optional.of(kind);
      }
    }
    List<WebhookKind> had =
        possible.stream().filter(kind -> app.has(kind.capability())).toList();
    return had.size() == 1 ? Optional.of(had.get(0)) : Optional.empty();
  }

  /** What tells the URLs of one kind apart. */
  private record Key(WebhookKind kind, String name) {}

  private List<Url> grouped() {
    Map<Key, List<HandlerMethod>> grouped = new LinkedHashMap<>();
    for (HandlerMethod method : methods) {
      kindOf(method)
          .ifPresent(kind -> grouped
              .computeIfAbsent(new Key(kind, nameOf(kind, method)), key -> new ArrayList<>())
              .add(method));
    }
    List<Url> urls = new ArrayList<>();
    grouped.forEach((key, sharing) -> urls.add(url(key, sharing)));
    // Stable: callbacks and video URLs keep their source order.
    urls.sort(Comparator.comparing(Url::kind));
    return urls;
  }

  private static String nameOf(WebhookKind kind, HandlerMethod method) {
    return switch (kind) {
      case CALLBACK, WEBSOCKET -> method.name();
      case VIDEO ->
        method
            .settings()
            .videoKind()
            .map(stated -> Words.kebab(stated.value()).replace('-', '_'))
            .orElse("");
      default -> "";
    };
  }

  private Url url(Key key, List<HandlerMethod> sharing) {
    List<UrlSettings> settings = settings(key.kind(), sharing);
    Optional<Setting<String>> path = first(settings, UrlSettings::path);
    return new Url(
        key.kind(),
        key.name(),
        path.map(Setting::value).orElseGet(() -> app.pathPrefix() + "/" + segment(key)),
        first(settings, UrlSettings::method)
            .map(Setting::value)
            .orElse(key.kind().defaultMethod()),
        timeout(settings, UrlSettings::connectTimeout),
        timeout(settings, UrlSettings::socketTimeout),
        first(settings, UrlSettings::secret).map(Setting::value),
        receives(key.kind(), sharing),
        Precedence.sorted(sharing),
        path.map(Setting::site).orElse(sharing.get(0).annotationSite()));
  }

  private List<UrlSettings> settings(WebhookKind kind, List<HandlerMethod> sharing) {
    List<UrlSettings> said = new ArrayList<>();
    for (HandlerClass handlers : app.distinctClasses()) {
      boolean first = true;
      for (HandlerMethod method : handlers.methods()) {
        if (kinds.get(method) == kind && sharing.contains(method)) {
          if (first) {
            ofClass(handlers, kind, said);
          }
          first = false;
          said.add(method.settings());
        }
      }
    }
    return said;
  }

  private static void ofClass(HandlerClass handlers, WebhookKind kind, List<UrlSettings> said) {
    for (ClassSettings onClass : handlers.settings()) {
      if (appliesTo(onClass, kind)) {
        said.add(onClass.settings());
      }
    }
  }

  private static boolean appliesTo(ClassSettings onClass, WebhookKind kind) {
    return onClass.annotation().equals(kind.annotation())
        && onClass
            .settings()
            .capability()
            .map(stated -> stated.value().equals(kind.capability().name()))
            .orElse(true);
  }

  private static String segment(Key key) {
    return switch (key.kind()) {
      case CALLBACK, WEBSOCKET -> Words.kebab(key.name());
      case VIDEO -> key.kind().segment() + Words.kebab(key.name());
      default -> key.kind().segment();
    };
  }

  /** Webhooks read the whole family, so that what no method takes can be told; a callback what its methods have in common. */
  private static TypeRef receives(WebhookKind kind, List<HandlerMethod> methods) {
    if (kind != WebhookKind.CALLBACK) {
      return kind.root();
    }
    List<PayloadType> payloads =
        methods.stream().flatMap(method -> method.payload().stream()).toList();
    return payloads.stream()
        .findFirst()
        .flatMap(one -> one.readableAs().stream()
            .filter(type -> payloads.stream().allMatch(other -> other.isA(type)))
            .findFirst())
        .orElse(PayloadNames.PAYLOAD);
  }

  private static <T> Optional<Setting<T>> first(
      List<UrlSettings> settings, Function<UrlSettings, Optional<Setting<T>>> member) {
    for (UrlSettings said : settings) {
      Optional<Setting<T>> stated = member.apply(said);
      if (stated.isPresent()) {
        return stated;
      }
    }
    return Optional.empty();
  }

  /** 0 is how the annotation says "the platform's default". */
  private static Optional<Integer> timeout(
      List<UrlSettings> settings, Function<UrlSettings, Optional<Setting<Integer>>> member) {
    return first(settings, member).map(Setting::value).filter(value -> value != 0);
  }
}
