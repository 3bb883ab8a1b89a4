package dev.switchboard.sandbox.web;

import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The platform's error bodies (RFC 7807). Clients tell them apart by what follows the {@code #} of their type. */
public final class Problems {
  private static final String SHARED = "https://developer.vonage.com/api-errors#";

  private Problems() {}

  /** A problem of one API. */
  public static Refusal of(int status, String type, String title, String detail) {
    return new Refusal(ApiResponse.json(status, Json.of(body(type, title, detail))));
  }

  /** A problem that lists what is wrong with each parameter. */
  public static Refusal invalid(
      int status, String type, String title, String detail, List<Invalid> parameters) {
    Map<String, Object> body = body(type, title, detail);
    body.put(
        "invalid_parameters",
        parameters.stream()
            .map(each -> Json.object("name", each.name(), "reason", each.reason()))
            .toList());
    return new Refusal(ApiResponse.json(status, Json.of(body)));
  }

  /** 401: no credentials, or wrong ones. */
  public static Refusal unauthorized() {
    return of(
        401,
        SHARED + "unauthorized",
        "Invalid credentials supplied",
        "You did not provide correct credentials.");
  }

  /** 401: a token whose time is over. */
  public static Refusal expired() {
    return of(
        401, SHARED + "jwt-expired", "Invalid credentials supplied", "The token has expired.");
  }

  /** 403: credentials that do not reach this far. */
  public static Refusal forbidden(String detail) {
    return of(403, SHARED + "forbidden", "Forbidden", detail);
  }

  /** 404: nothing of that id, or not yours. */
  public static Refusal notFound(String what, String id) {
    return of(
        404,
        SHARED + "not-found",
        "Not Found",
        what + " '" + id + "' does not exist or is not yours.");
  }

  /** 405. */
  public static Refusal wrongVerb(ApiRequest request) {
    return of(
        405,
        SHARED + "wrong-verb",
        "Request method not allowed",
        request.method() + " is not a method of this resource.");
  }

  /** 406. */
  public static Refusal notAcceptable() {
    return of(
        406, SHARED + "accept-header", "Invalid Accept header", "Supported: application/json");
  }

  /** 415. */
  public static Refusal unsupportedType(String supported) {
    return of(
        415,
        SHARED + "content-type-header",
        "Unsupported Content-Type header",
        "Supported: " + supported);
  }

  /** 429. */
  public static Refusal tooMany() {
    return of(429, SHARED + "rate-limit", "Too Many Requests", "Slow down and try again.");
  }

  /** 500, without anything of what went wrong. */
  public static Refusal internal() {
    return of(
        500, SHARED + "internal-error", "Internal Error", "The sandbox failed; its log says why.");
  }

  private static Map<String, Object> body(String type, String title, String detail) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("title", title);
    body.put("detail", detail);
    body.put("instance", UUID.randomUUID().toString().replace("-", ""));
    return body;
  }

  /**
   * What is wrong with one parameter.
   *
   * @param name its dotted path
   * @param reason what it must be
   */
  public record Invalid(String name, String reason) {}
}
