package dev.switchboard.sandbox.web;

import java.util.function.Supplier;

/** What stands between a request and the API that serves it: the place where faults are made. */
@FunctionalInterface
public interface Gate {
  /** A gate that lets everything through. */
  Gate OPEN = (request, api) -> api.get();

  /**
   * Answers a request, usually by letting the API do it.
   *
   * @throws Refusal to answer without the API
   * @throws Dropped to close the connection without an answer, before or after the API did its work
   */
  ApiResponse pass(ApiRequest request, Supplier<ApiResponse> api);

  /** The connection ends here. */
  final class Dropped extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** No message: nobody is told. */
    public Dropped() {
      super(null, null, false, false);
    }

    /** The same, when there was an answer that will not arrive. */
    public Dropped(ApiResponse lost) {
      super("lost an answer of status " + lost.status(), null, false, false);
    }
  }
}
