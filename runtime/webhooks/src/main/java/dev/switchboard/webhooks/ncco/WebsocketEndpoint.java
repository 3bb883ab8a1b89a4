package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A server that gets the sound and sends some. Made by {@link Ncco#websocket}.
 *
 * @param json the options; the URI is relative where the server is the app
 */
public record WebsocketEndpoint(Json json) implements Endpoint {
  private static final int MAX_AUTHORIZATION = 8191;

  /** Samples of 16 bits in a second. */
  public enum Rate {
    /** 8 kHz: telephone. */
    HZ_8000(8000),
    /** 16 kHz: what most recognisers of speech take. */
    HZ_16000(16000),
    /** 24 kHz. */
    HZ_24000(24000);

    private final int hertz;

    Rate(int hertz) {
      this.hertz = hertz;
    }

    /** The media type that names it. */
    public String contentType() {
      return "audio/l16;rate=" + hertz;
    }
  }

  /** Where it listens. */
  public Optional<String> uri() {
    return json.text("uri");
  }

  /** Media type of the sound, such as {@code audio/l16;rate=16000}. */
  public Optional<String> contentType() {
    return json.text("content-type");
  }

  /** How many samples a second; {@link Ncco#websocket} says 16 kHz. */
  public WebsocketEndpoint rate(Rate rate) {
    return with("content-type", rate.contentType());
  }

  /** What it is told when the connection opens. */
  public Optional<Json> headers() {
    return Options.object(json, "headers");
  }

  /**
   * Tells it something when the connection opens.
   *
   * @param value what {@link Json#of} takes
   * @throws IllegalArgumentException where all headers together are more than 512 bytes of JSON
   */
  public WebsocketEndpoint header(String name, Object value) {
    Json headers = headers().orElse(Json.object()).with(name, value);
    Range.WEBSOCKET_HEADERS.checked(headers.writeBytes().length);
    return with("headers", headers);
  }

  /** Tells it a few things when the connection opens; see {@link #header}. */
  public WebsocketEndpoint headers(Map<String, ?> headers) {
    WebsocketEndpoint told = this;
    for (Map.Entry<String, ?> header : headers.entrySet()) {
      told = told.header(header.getKey(), header.getValue());
    }
    return told;
  }

  /** How the platform shows who it is: {@code vonage} or {@code custom}; not at all by default. */
  public Optional<String> authorization() {
    return json.get("authorization").text("type");
  }

  /** The platform sends a token signed as it signs webhooks. */
  public WebsocketEndpoint authorizedByVonage() {
    return with("authorization", Json.object("type", "vonage"));
  }

  /**
   * The platform sends this as the header {@code Authorization}.
   *
   * @param value at most 8191 printable characters of ASCII; a secret, which no message of an exception shows
   */
  public WebsocketEndpoint authorizedBy(String value) {
    if (!isAuthorization(value)) {
      throw new IllegalArgumentException(
          "authorization.value is 1 to 8191 printable characters of ASCII.");
    }
    return with("authorization", Json.object("type", "custom", "value", value));
  }

  static boolean isAuthorization(String value) {
    return !value.isEmpty()
        && value.length() <= MAX_AUTHORIZATION
        && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** Sets an option that this version does not know. */
  public WebsocketEndpoint with(String option, Object value) {
    return new WebsocketEndpoint(json.with(option, value));
  }
}
