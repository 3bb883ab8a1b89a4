package line;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The SDK by hand in Helidon SE. */
final class Main {
  private Main() {}

  public static void main(String... args) {
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(System.getenv("PORT")))
        .routing(routing -> routing
            .get("/webhooks/answer", Main::answer)
            .post("/webhooks/event", Main::event))
        .build()
        .start();
  }

  private static void answer(ServerRequest request, ServerResponse response) {
    if (refused(request, response)) {
      return;
    }
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.send(Hand.answer(request.query().get("from")));
  }

  private static void event(ServerRequest request, ServerResponse response) {
    String body = request.content().as(String.class);
    if (refused(request, response)) {
      return;
    }
    Hand.event(body);
    response.status(Status.NO_CONTENT_204).send();
  }

  private static boolean refused(ServerRequest request, ServerResponse response) {
    if (!Hand.refused(request.headers().first(HeaderNames.AUTHORIZATION).orElse(null))) {
      return false;
    }
    response.status(Status.UNAUTHORIZED_401).send();
    return true;
  }
}
