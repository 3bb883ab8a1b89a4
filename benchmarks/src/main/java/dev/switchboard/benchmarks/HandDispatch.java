package dev.switchboard.benchmarks;

/** Lower bound of dispatching: a switch over the path, the streaming loop, and a switch over the status. */
final class HandDispatch {
  private HandDispatch() {}

  /** The status of the answer. */
  static int handle(String path, byte[] body) {
    return switch (path) {
      case "/webhooks/event" -> handled(CoreStrings.event(body));
      default -> 404;
    };
  }

  private static int handled(Taken event) {
    return switch (event.what()) {
      case "started", "ringing", "answered", "completed" -> event.id().isEmpty() ? 400 : 204;
      default -> 204;
    };
  }
}
