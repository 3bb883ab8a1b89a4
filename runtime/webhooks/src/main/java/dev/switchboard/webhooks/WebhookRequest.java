package dev.switchboard.webhooks;

import java.util.Map;

/** One HTTP request of the platform, free of any HTTP library. (Headers and raw bytes left out of this sketch.) */
public final class WebhookRequest {
  private final String method;
  private final String path;
  private final Json json;

  private WebhookRequest(String method, String path, Json json) {
    this.method = method;
    this.path = path;
    this.json = json;
  }

  /** A GET; the fields are in the query. */
  public static WebhookRequest get(String path, Map<String, String> query) {
    Object[] flat = query.entrySet().stream()
        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
        .toArray();
    return new WebhookRequest("GET", path, Json.object(flat));
  }

  /** A POST; the fields are in the body. */
  public static WebhookRequest post(String path, String body) {
    return new WebhookRequest("POST", path, Json.parse(body));
  }

  /** GET or POST. */
  public String method() {
    return method;
  }

  /** Path below the base URL. */
  public String path() {
    return path;
  }

  /** The fields, wherever the method puts them. */
  public Json json() {
    return json;
  }
}
