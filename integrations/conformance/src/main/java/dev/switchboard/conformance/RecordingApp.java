package dev.switchboard.conformance;

import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.InputEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The app that the kit serves: it remembers what reached it. Thread-safe. */
final class RecordingApp implements WebhookRouter {
  static final String ANSWER = "/webhooks/answer";
  static final String EVENT = "/webhooks/event";
  static final String HELD = "/webhooks/held";
  static final String LATE = "/webhooks/late";
  static final String FAILING = "/webhooks/failing";
  static final String ESCAPED = "/webhooks/caf%C3%A9%20noir";

  private static final Route<InputEvent> CHOICE = Route.nccoCallback("/webhooks/choice");

  private final List<WebhookRequest> seen = new CopyOnWriteArrayList<>();
  private final Map<String, CompletableFuture<Ncco>> held = new ConcurrentHashMap<>();

  @Override
  public String app() {
    return "dev.switchboard.conformance.RecordingApp";
  }

  @Override
  public List<Route<?>> routes() {
    return Route.all(
        Route.answer(ANSWER),
        Route.event(EVENT),
        Route.nccoCallback(HELD),
        Route.nccoCallback(LATE).socketTimeout(1000),
        Route.nccoCallback(FAILING),
        Route.callback(ESCAPED),
        CHOICE);
  }

  @Override
  public Reply dispatch(Route<?> route, WebhookRequest request) {
    seen.add(request);
    return switch (route.path()) {
      case ANSWER ->
        Reply.ncco(Ncco.of(talk("Hé " + request.parameter("from").orElse("nobody"))
            .bargeIn(input().digits(1).to(CHOICE))));
      case HELD -> Reply.nccoLater(held(request.json().required("call")));
      case LATE -> Reply.nccoLater(new CompletableFuture<>());
      case FAILING -> throw new IllegalStateException("the oven of 447700900001 is down");
      default -> Reply.done();
    };
  }

  /** Everything that reached a handler, in order. */
  List<WebhookRequest> seen() {
    return seen;
  }

  /** The newest that reached a handler. */
  WebhookRequest last() {
    return seen.get(seen.size() - 1);
  }

  /** What a held call waits for. */
  CompletableFuture<Ncco> held(String call) {
    return held.computeIfAbsent(call, key -> new CompletableFuture<>());
  }
}
