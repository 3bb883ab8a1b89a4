package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import java.util.Optional;

/**
 * A SIP address, or a user of a trunk. Made by {@link Ncco#sip} and {@link Ncco#sipTrunk(String)}.
 *
 * @param json the options
 */
public record SipEndpoint(Json json) implements Endpoint {
  private static final String USER_TO_USER = "User-to-User";

  /** The address. */
  public Optional<String> uri() {
    return json.text("uri");
  }

  /** The trunk, where there is no address. */
  public Optional<String> domain() {
    return json.text("domain");
  }

  /** The user of the trunk. */
  public Optional<String> user() {
    return json.text("user");
  }

  /** Headers of your own, without the {@code X-} they are sent with. */
  public Optional<Json> headers() {
    return Options.object(json, "headers");
  }

  /** Adds a header of your own, which is sent as {@code X-} and the name. */
  public SipEndpoint header(String name, String value) {
    return with("headers", headers().orElse(Json.object()).with(name, value));
  }

  /** The standard header {@code User-to-User}. */
  public Optional<String> userToUser() {
    return json.get("standardHeaders").text(USER_TO_USER);
  }

  /** Sends the standard header {@code User-to-User} (RFC 7433). */
  public SipEndpoint userToUser(String value) {
    return with("standardHeaders", Json.object(USER_TO_USER, value));
  }

  /** Sets an option that this version does not know. */
  public SipEndpoint with(String option, Object value) {
    return new SipEndpoint(json.with(option, value));
  }
}
