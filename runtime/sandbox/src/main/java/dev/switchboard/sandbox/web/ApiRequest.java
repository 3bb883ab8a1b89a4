package dev.switchboard.sandbox.web;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request to an API of the sandbox.
 *
 * @param method verb, upper case
 * @param path path without a trailing slash, decoded
 * @param query query parameters in their order; of a repeated one the last
 * @param headers header values by lower-case name
 * @param body the body's bytes, empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes from a socket, never compared
public record ApiRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, List<String>> headers,
    byte[] body) {

  /** The first value of a header. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The path's segments. */
  public List<String> segments() {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The token of {@code Authorization: Bearer}. */
  public Optional<String> bearer() {
    return authorization("bearer ");
  }

  /** Key and secret of {@code Authorization: Basic}; empty when absent or malformed. */
  public Optional<Credentials> basic() {
    return authorization("basic ").flatMap(ApiRequest::decode);
  }

  /** The body as a posted form; parameters of the query that the form does not repeat come with it. */
  public Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>(query);
    form.putAll(parameters(text()));
    return form;
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The body as a JSON object.
   *
   * @param malformed the refusal of a body that is none, made of a sentence that says why
   * @throws Refusal with 415 when the request does not claim to bring JSON
   */
  public Json object(Function<String, ? extends RuntimeException> malformed) {
    if (!isOfType("application/json")) {
      throw Problems.unsupportedType("application/json");
    }
    Json json;
    try {
      json = Json.parse(body);
    } catch (JsonException broken) {
      throw malformed.apply("The body is not JSON: " + broken.getMessage());
    }
    if (!json.isObject()) {
      throw malformed.apply("The body must be an object.");
    }
    return json;
  }

  /** Whether the body claims to be of that media type. */
  public boolean isOfType(String type) {
    return header("content-type")
        .map(value -> value.split(";", 2)[0].strip().equalsIgnoreCase(type))
        .orElse(false);
  }

  /**
   * Reads {@code name=value&name=value}. Of a repeated name the last value counts.
   *
   * @throws IllegalArgumentException on a malformed escape
   */
  public static Map<String, String> parameters(String encoded) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.put(decoded(name), decoded(value));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Optional<String> authorization(String scheme) {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).strip());
  }

  private static Optional<Credentials> decode(String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Method and path only: a request may carry secrets. */
  @Override
  public String toString() {
    return method + " " + path;
  }

  /**
   * What a client shows to be let in.
   *
   * @param key API key
   * @param secret API secret
   */
  public record Credentials(String key, String secret) {
    /** The key alone. */
    @Override
    public String toString() {
      return key;
    }
  }
}
