package dev.switchboard.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request of the platform, free of any HTTP library: exactly what came over the wire, and the fields in it. A
 * handler that wants a header or the raw body asks for it as a parameter.
 *
 * <p>Immutable, and safe for use by many threads.
 */
public final class WebhookRequest {
  private static final byte[] NOTHING = {};

  private final String method;
  private final String path;
  private final String query;

  /**
   * Names and lists of values in turn: a webhook has a few headers and two or three of them are asked for, so walking them costs less than
   * sorting them does.
   */
  private final Object[] headers;

  private final byte[] body;
  private final @Nullable CallStates callStates;
  // All are read from what is above; racing threads may do so twice and get equal values.
  private volatile @Nullable Map<String, List<String>> sorted;
  private volatile @Nullable Map<String, String> parameters;
  private volatile @Nullable Json json;

  private WebhookRequest(
      String method,
      String path,
      String query,
      Object[] headers,
      byte[] body,
      @Nullable CallStates callStates) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.callStates = callStates;
  }

  /**
   * A request as a server received it.
   *
   * @param method in capitals
   * @param path the path as sent, escapes and all
   * @param query what stood after the question mark, escapes and all; empty where there was none
   * @param headers names in any case; copied
   * @param body its bytes; not copied, so the caller gives them away
   */
  public static WebhookRequest of(
      String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
    List<Object> copy = new ArrayList<>(2 * headers.size());
    headers.forEach((name, values) -> {
      copy.add(Objects.requireNonNull(name));
      copy.add(List.copyOf(values));
    });
    return new WebhookRequest(method, path, query, copy.toArray(), body, null);
  }

  /**
   * A GET; the fields are in the query.
   *
   * @param path may have a query of its own, which comes first
   * @param query names and values, unescaped, in the order they are to be sent
   */
  public static WebhookRequest get(String path, Map<String, String> query) {
    String own = queryOf(path);
    String more = QueryString.write(query);
    String all = own.isEmpty() || more.isEmpty() ? own + more : own + '&' + more;
    return new WebhookRequest("GET", pathOf(path), all, new Object[0], NOTHING, null);
  }

  /**
   * A POST of JSON; the fields are in the body.
   *
   * @param path may have a query
   * @param body JSON text
   */
  public static WebhookRequest post(String path, String body) {
    return new WebhookRequest(
            "POST",
            pathOf(path),
            queryOf(path),
            new Object[0],
            body.getBytes(StandardCharsets.UTF_8),
            null)
        .withHeader("Content-Type", "application/json");
  }

  /** The same with one header set. */
  public WebhookRequest withHeader(String name, String value) {
    Object[] more = Arrays.copyOf(headers, headers.length + 2);
    more[headers.length] = Objects.requireNonNull(name);
    more[headers.length + 1] = List.of(value);
    return new WebhookRequest(method, path, query, more, body, callStates);
  }

  /** GET or POST. */
  public String method() {
    return method;
  }

  /** The path, as sent. */
  public String path() {
    return path;
  }

  /** What stood after the question mark, as sent; empty where there was none. */
  public String query() {
    return query;
  }

  /** The parameters of the query, unescaped, in the order they appear; of a repeated name the last value. */
  public Map<String, String> parameters() {
    Map<String, String> known = parameters;
    if (known == null) {
      known = Collections.unmodifiableMap(QueryString.parse(query));
      parameters = known;
    }
    return known;
  }

  /** One parameter of the query: what {@link Route#with} put there, also where the method is POST. */
  public Optional<String> parameter(String name) {
    return query.isEmpty() ? Optional.empty() : Optional.ofNullable(parameters().get(name));
  }

  /** All headers; names are found in any case. */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> known = sorted;
    if (known == null) {
      Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (int i = 0; i < headers.length; i += 2) {
        all.put((String) headers[i], values(i));
      }
      known = Collections.unmodifiableMap(all);
      sorted = known;
    }
    return known;
  }

  /** The first value of a header, whatever its case. */
  public Optional<String> header(String name) {
    for (int i = headers.length - 2; i >= 0; i -= 2) { // what was set last counts
      if (name.equalsIgnoreCase((String) headers[i])) {
        return values(i).isEmpty() ? Optional.empty() : Optional.of(values(i).get(0));
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("unchecked") // only lists of texts are put there
  private List<String> values(int index) {
    return (List<String>) headers[index + 1];
  }

  /** A copy of the body, byte for byte as it came; empty where there was none. */
  public byte[] body() {
    return body.clone();
  }

  /** Number of bytes in the body. */
  public int length() {
    return body.length;
  }

  /**
   * The fields, wherever the method puts them: the JSON of the body for POST, else one text member for each parameter of the
   * query. A parameter that holds a whole JSON object, as the platform sends {@code dtmf} and {@code custom_data} by GET,
   * stays text here, since a header's value may look the same; the typed accessors look inside ({@link Json#nested}).
   *
   * @throws JsonException where the body is not JSON; it names the place, never the content
   */
  public Json json() {
    Json known = json;
    if (known == null) {
      known = method.equals("POST") ? Json.parse(body) : Json.of(parameters());
      json = known;
    }
    return known;
  }

  /** The same, served by an engine that keeps the state of calls there. */
  WebhookRequest servedWith(CallStates states) {
    return new WebhookRequest(method, path, query, headers, body, states);
  }

  /** The first message of a websocket that this request opened, as a payload with the request's path, query and headers. */
  WebhookRequest opening(byte[] message) {
    return new WebhookRequest("POST", path, query, headers, message, callStates);
  }

  /** What keeps the state of calls; null where no engine serves this. */
  @Nullable
  CallStates callStates() {
    return callStates;
  }

  /** The media type of the body in lower case without its parameters; empty where none was told. */
  String mediaType() {
    String value = header("Content-Type").orElse("");
    if (value.equals("application/json")) {
      return value; // what the platform sends
    }
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).trim().toLowerCase(Locale.ROOT);
  }

  /** Method and path; never a field. */
  @Override
  public String toString() {
    return method + ' ' + path;
  }

  private static String pathOf(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  private static String queryOf(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }
}
