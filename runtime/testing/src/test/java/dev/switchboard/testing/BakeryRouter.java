package dev.switchboard.testing;

import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import java.util.List;

final class BakeryRouter implements WebhookRouter {
  private static final List<Route<?>> ALL = Route.all(
      Route.answer("/webhooks/answer"),
      Route.fallbackAnswer("/webhooks/fallback-answer"),
      Route.event("/webhooks/event"),
      Route.inbound("/webhooks/inbound"),
      Route.status("/webhooks/status"),
      Bakery.CHOICE);

  private final Bakery bakery;

  BakeryRouter(Bakery bakery) {
    this.bakery = bakery;
  }

  @Override
  public String app() {
    return "dev.switchboard.testing.Bakery";
  }

  @Override
  public List<Route<?>> routes() {
    return ALL;
  }

  @Override
  public Reply dispatch(Route<?> route, WebhookRequest request) {
    return switch (route.path()) {
      case "/webhooks/answer" -> Reply.ncco(bakery.answer(AnswerRequest.read(request)));
      case "/webhooks/fallback-answer" -> Reply.ncco(bakery.sorry());
      case "/webhooks/choice" -> Reply.ncco(bakery.choice(InputEvent.read(request)));
      case "/webhooks/inbound" -> {
        bakery.order(request.json().text("text").orElse(""));
        yield Reply.done();
      }
      default -> Reply.done();
    };
  }
}
