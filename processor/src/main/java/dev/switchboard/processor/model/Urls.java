package dev.switchboard.processor.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which URLs an app has: its methods, grouped by what they serve. Total, like reading: a method whose kind cannot be told has no URL here,
 * and every other oddity is kept for the rules to find.
 */
public final class Urls {
  private final AppModel app;

  private Urls(AppModel app) {
    this.app = app;
  }

  /** The URLs in the order of the manifest: webhooks by kind, then callbacks in source order. */
  public static List<Url> of(AppModel app) {
    return new Urls(app).all();
  }

  /**
   * What a method serves: told by its annotation, else by its parameter, else by the capability it states, else by the only capability of
   * the app that has such a webhook.
   */
  public static Optional<WebhookKind> kindOf(AppModel app, HandlerMethod method) {
    List<WebhookKind> kinds = kinds(method.annotation());
    if (kinds.size() == 1) {
      return Optional.of(kinds.get(0));
    }
    Optional<WebhookKind> byParameter = kinds.stream()
        .filter(kind -> method.first().filter(first -> first.takes(kind.root())).isPresent())
        .findFirst();
    if (byParameter.isPresent()) {
      return byParameter;
    }
    Optional<WebhookKind> byStatement = method
        .settings()
        .capability()
        .flatMap(stated -> kinds.stream()
            .filter(kind -> kind.capability().name().equals(stated.value()))
            .findFirst());
    if (byStatement.isPresent()) {
      return byStatement;
    }
    List<WebhookKind> possible =
        kinds.stream().filter(kind -> app.has(kind.capability())).toList();
    return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
  }

  /** The kinds that an annotation can stand for. */
  public static List<WebhookKind> kinds(String annotation) {
    return Stream.of(WebhookKind.values())
        .filter(kind -> kind.annotation().equals(annotation))
        .toList();
  }

  /** What tells the URLs of one kind apart. */
  private record Key(WebhookKind kind, String name) {}

  private List<Url> all() {
    Map<Key, List<HandlerMethod>> grouped = new LinkedHashMap<>();
    for (HandlerMethod method : app.methods()) {
      kindOf(app, method)
          .ifPresent(kind -> grouped
              .computeIfAbsent(new Key(kind, nameOf(kind, method)), key -> new ArrayList<>())
              .add(method));
    }
    List<Url> urls = new ArrayList<>();
    grouped.forEach((key, methods) -> urls.add(url(key, methods)));
    // Stable: callbacks and video URLs keep their source order.
    urls.sort(Comparator.comparing(Url::kind));
    return urls;
  }

  private static String nameOf(WebhookKind kind, HandlerMethod method) {
    return switch (kind) {
      case CALLBACK -> method.name();
      case VIDEO ->
        method
            .settings()
            .videoKind()
            .map(stated -> Words.kebab(stated.value()).replace('-', '_'))
            .orElse("");
      default -> "";
    };
  }

  private Url url(Key key, List<HandlerMethod> methods) {
    List<UrlSettings> settings = settingsFor(app, key.kind(), methods);
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
        receives(key.kind(), methods),
        Precedence.sorted(methods),
        path.map(Setting::site).orElse(methods.get(0).annotationSite()));
  }

  /** Everything that is said of one URL: by its methods, and by the classes they stand in; in source order. */
  public static List<UrlSettings> settingsFor(
      AppModel app, WebhookKind kind, List<HandlerMethod> methods) {
    List<UrlSettings> said = new ArrayList<>();
    for (HandlerClass handlers : app.distinctClasses()) {
      List<HandlerMethod> own =
          handlers.methods().stream().filter(methods::contains).toList();
      if (!own.isEmpty()) {
        handlers.settings().stream()
            .filter(onClass -> appliesTo(onClass, kind))
            .map(ClassSettings::settings)
            .forEach(said::add);
      }
      own.forEach(method -> said.add(method.settings()));
    }
    return said;
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
      case CALLBACK -> Words.kebab(key.name());
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
    return settings.stream().flatMap(said -> member.apply(said).stream()).findFirst();
  }

  /** 0 is how the annotation says "the platform's default". */
  private static Optional<Integer> timeout(
      List<UrlSettings> settings, Function<UrlSettings, Optional<Setting<Integer>>> member) {
    return first(settings, member).map(Setting::value).filter(value -> value != 0);
  }
}
