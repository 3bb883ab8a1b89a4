package dev.switchboard.server;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.ncco.Ncco;
import java.io.IOException;
import java.util.List;

/** A process that serves one webhook: says when it has it in hand, and answers when it is told to by a byte. */
final class HeldApp implements WebhookRouter {
  private HeldApp() {}

  public static void main(String... args) {
    Server server = Server.start(
        ServerSettings.defaults().port(0).webhooks(WebhookSettings::insecure), new HeldApp());
    System.out.println("port " + server.port());
  }

  @Override
  public String app() {
    return "com.acme.Held";
  }

  @Override
  public List<Route<?>> routes() {
    return Route.all(Route.nccoCallback("/held"));
  }

  @Override
  public Reply dispatch(Route<?> route, WebhookRequest request) throws IOException {
    System.out.println("in hand");
    if (System.in.read() < 0) {
      throw new IOException("nobody told it to answer");
    }
    return Reply.ncco(Ncco.of(talk("done")));
  }
}
