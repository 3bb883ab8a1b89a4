package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the paths in an NCCO absolute: in the options that are URLs and nowhere else, so that a {@code notify} may carry
 * a path in its payload. What needs no change is not copied.
 */
final class AbsoluteUrls {
  private static final List<String> ACTION =
      List.of("eventUrl", "streamUrl", "musicOnHoldUrl", "ringbackTone");
  private static final List<String> ON_ANSWER = List.of("url", "ringbackTone", "ringback");

  private final String base;

  /** @param baseUrl http or https */
  AbsoluteUrls(URI baseUrl) {
    String text = baseUrl.toString();
    if (!Options.hasScheme(text, "http") && !Options.hasScheme(text, "https")) {
      throw new IllegalArgumentException("The base URL is http or https.");
    }
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  Json in(Json ncco) {
    if (!ncco.isArray()) {
      return ncco;
    }
    List<Json> actions = new ArrayList<>();
    for (Json action : ncco.items()) {
      actions.add(action.isObject() ? action(action) : action);
    }
    return Json.array(actions);
  }

  private Json action(Json action) {
    Json absolute = urls(action, ACTION);
    Json transcription = absolute.get("transcription");
    if (transcription.isObject()) {
      absolute = absolute.with("transcription", urls(transcription, ACTION));
    }
    Json endpoints = absolute.get("endpoint");
    if (endpoints.isArray()) {
      List<Json> all = new ArrayList<>();
      for (Json endpoint : endpoints.items()) {
        all.add(endpoint.isObject() ? endpoint(endpoint) : endpoint);
      }
      absolute = absolute.with("endpoint", all);
    }
    return absolute;
  }

  private Json endpoint(Json endpoint) {
    Json absolute = endpoint;
    Json onAnswer = endpoint.get("onAnswer");
    if (onAnswer.isObject()) {
      absolute = absolute.with("onAnswer", urls(onAnswer, ON_ANSWER));
    }
    Json uri = endpoint.get("uri");
    boolean websocket = endpoint.text("type").orElse("").equals("websocket");
    if (websocket && isPath(uri)) {
      // http becomes ws, and https wss
      String path = uri.text().orElse("");
      absolute = absolute.with("uri", "ws" + base.substring("http".length()) + path);
    }
    return absolute;
  }

  private Json urls(Json options, List<String> names) {
    Json absolute = options;
    for (String name : names) {
      Json value = options.get(name);
      if (isPath(value)) {
        absolute = absolute.with(name, url(value));
      } else if (value.isArray() && value.items().stream().anyMatch(AbsoluteUrls::isPath)) {
        absolute = absolute.with(name, value.items().stream().map(this::url).toList());
      }
    }
    return absolute;
  }

  private Json url(Json value) {
    return isPath(value) ? Json.of(base + value.text().orElse("")) : value;
  }

  private static boolean isPath(Json value) {
    return value.isText() && Options.isPath(value.text().orElse(""));
  }
}
