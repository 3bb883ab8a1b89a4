package dev.switchboard.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * One URL of the app: what the application says of it, and the methods behind it.
 *
 * @param kind what it is for
 * @param name of a callback or websocket the method's name, of a video URL the wire name; else empty
 * @param path below the base URL
 * @param method GET or POST
 * @param connectTimeout milliseconds, if the user stated them
 * @param socketTimeout milliseconds, if the user stated them
 * @param secret reference to a video secret, if stated
 * @param receives what is read from each request
 * @param handlers narrow before wide, else in source order
 * @param pathSite where to edit the path
 */
public record Url(
    WebhookKind kind,
    String name,
    String path,
    String method,
    Optional<Integer> connectTimeout,
    Optional<Integer> socketTimeout,
    Optional<String> secret,
    TypeRef receives,
    List<HandlerMethod> handlers,
    Site pathSite) {

  /** Copies the list. */
  public Url {
    handlers = List.copyOf(handlers);
  }

  /** Its name in the API, or {@code callback}. */
  public String wireName() {
    return kind == WebhookKind.VIDEO ? name : kind.wireName();
  }

  /** Name of its constant: {@code RTC_EVENT_URL}, {@code PIZZA_SIZE}. */
  public String constant() {
    return switch (kind) {
      case CALLBACK, WEBSOCKET -> Words.constant(name);
      case VIDEO -> Words.constant("video_" + name);
      case RTC_EVENT, VERIFY_STATUS ->
        Words.constant(kind.capability().wireName() + "_" + kind.wireName());
      default -> Words.constant(kind.wireName());
    };
  }

  /** Name of the router's method for it: {@code rtcEventUrl}, {@code pizzaSize}. */
  public String routerMethod() {
    return kind.namedByMethod() ? name : Words.camel(constant());
  }

  /** Whether one of its methods gives call instructions. */
  public boolean givesNcco() {
    return handlers.stream().anyMatch(handler -> handler.returns().givesNcco());
  }
}
