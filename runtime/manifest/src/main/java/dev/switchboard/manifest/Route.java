package dev.switchboard.manifest;

import java.util.List;
import java.util.Optional;

/**
 * One URL that the app serves, and the methods behind it.
 *
 * @param capability wire name of the capability whose webhook it is; empty for a URL that only NCCOs refer to
 * @param kind wire name of the webhook, or {@code callback}
 * @param method {@code GET} or {@code POST}
 * @param path below the environment's base URL
 * @param handlers {@code <binary class name>#<method>(<parameter types>)}, in source order
 */
public record Route(
    Optional<String> capability, String kind, String method, String path, List<String> handlers) {

  /** Copies the list. */
  public Route {
    handlers = List.copyOf(handlers);
  }

  /** A handler for people: {@code PizzaLine#answer(AnswerRequest)}, without the package. */
  public static String shortName(String handler) {
    return handler.substring(handler.lastIndexOf('.', Math.max(handler.indexOf('#'), 0)) + 1);
  }
}
