package dev.switchboard.sandbox.web;

/** One of the APIs that the sandbox serves. */
public interface Api {
  /** Whether a path belongs to this API, whatever the method. */
  boolean owns(String path);

  /**
   * Serves one request.
   *
   * @throws Refusal with the answer, when the request is refused
   */
  ApiResponse serve(ApiRequest request);
}
