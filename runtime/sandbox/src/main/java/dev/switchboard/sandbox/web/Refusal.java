package dev.switchboard.sandbox.web;

/** Ends the handling of a request with an answer that refuses it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ApiResponse response;

  /** A refusal with that answer. */
  public Refusal(ApiResponse response) {
    super("refused with " + response.status(), null, false, false);
    this.response = response;
  }

  /** The answer. */
  public ApiResponse response() {
    return response;
  }
}
