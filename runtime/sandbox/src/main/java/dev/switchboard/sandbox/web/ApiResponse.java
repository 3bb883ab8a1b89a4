package dev.switchboard.sandbox.web;

import dev.switchboard.webhooks.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What an API of the sandbox answers.
 *
 * @param status HTTP status
 * @param type media type of the body, or empty
 * @param body the body's bytes, or empty
 * @param headers further headers
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a socket, never compared
public record ApiResponse(int status, String type, byte[] body, Map<String, String> headers) {
  /** A JSON answer. */
  public static ApiResponse json(int status, Json body) {
    return of(status, "application/json", body.write());
  }

  /** An answer of any media type. */
  public static ApiResponse of(int status, String type, String body) {
    return of(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of any media type. */
  public static ApiResponse of(int status, String type, byte[] body) {
    return new ApiResponse(status, type, body, Map.of());
  }

  /** An answer without a body. */
  public static ApiResponse empty(int status) {
    return of(status, "", "");
  }
}
