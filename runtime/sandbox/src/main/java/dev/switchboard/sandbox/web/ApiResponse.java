package dev.switchboard.sandbox.web;

import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What an API of the sandbox answers.
 *
 * @param status HTTP status
 * @param type media type of the body, or empty
 * @param body the body's bytes, or empty
 * @param headers further headers
 * @param stream writes a body that has no end yet, in place of {@code body}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a socket, never compared
public record ApiResponse(
    int status, String type, byte[] body, Map<String, String> headers, Optional<Stream> stream) {
  /** An answer of known length. */
  public ApiResponse(int status, String type, byte[] body, Map<String, String> headers) {
    this(status, type, body, headers, Optional.empty());
  }

  /** An answer that is written as things happen. */
  public static ApiResponse stream(String type, Stream stream) {
    return new ApiResponse(200, type, new byte[0], Map.of(), Optional.of(stream));
  }

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

  /** The same with further headers. */
  public ApiResponse with(Map<String, String> more) {
    return new ApiResponse(status, type, body, more, stream);
  }

  /** Writes a body as things happen; returns when it is over. */
  @FunctionalInterface
  public interface Stream {
    /**
     * Writes until there is no more to say.
     *
     * @throws IOException when the reader is gone
     */
    void writeTo(OutputStream body) throws IOException;
  }
}
