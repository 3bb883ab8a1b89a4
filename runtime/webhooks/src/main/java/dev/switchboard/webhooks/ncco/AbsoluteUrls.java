package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes the paths in an NCCO absolute: in the options that are URLs and nowhere else, so that a {@code notify} may carry
 * a path in its payload. What needs no change is not copied.
 */
@SuppressWarnings("ReferenceEquality") // what comes back as the same has not been changed
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
    return ncco.isArray() ? each(ncco, this::action) : ncco;
  }

  private Json action(Json action) {
    Json absolute = part(urls(action, ACTION), "transcription", this::reporting);
    Json endpoints = absolute.get("endpoint");
    if (!endpoints.isArray()) {
      return absolute;
    }
    Json all = each(endpoints, this::endpoint);
    return all == endpoints ? absolute : absolute.with("endpoint", all);
  }

  private Json reporting(Json transcription) {
    return urls(transcription, ACTION);
  }

  private Json endpoint(Json endpoint) {
    Json absolute = part(endpoint, "onAnswer", onAnswer -> urls(onAnswer, ON_ANSWER));
    Json uri = endpoint.get("uri");
    if (isPath(uri) && endpoint.text("type").orElse("").equals("websocket")) {
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
      Json changed = value.isArray() ? each(value, this::url) : url(value);
      if (changed != value) {
        absolute = absolute.with(name, changed);
      }
    }
    return absolute;
  }

  /** An object with one of its members changed, where that is an object; itself where nothing changes. */
  private static Json part(Json whole, String name, UnaryOperator<Json> change) {
    Json part = whole.get(name);
    if (!part.isObject()) {
      return whole;
    }
    Json changed = change.apply(part);
    return changed == part ? whole : whole.with(name, changed);
  }

  /** An array with its items changed; itself where none is. */
  private static Json each(Json array, UnaryOperator<Json> change) {
    List<Json> all = null;
    Json item = array.get(0);
    for (int i = 0; !item.isMissing(); i++, item = array.get(i)) {
      Json changed = change.apply(item);
      if (all == null && changed != item) {
        all = new ArrayList<>(array.items());
      }
      if (all != null) {
        all.set(i, changed);
      }
    }
    return all == null ? array : Json.array(all);
  }

  private Json url(Json value) {
    return isPath(value) ? Json.of(base + value.text().orElse("")) : value;
  }

  private static boolean isPath(Json value) {
    return value.isText() && Options.isPath(value.text().orElse(""));
  }
}
