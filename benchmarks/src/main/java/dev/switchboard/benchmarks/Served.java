package dev.switchboard.benchmarks;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.stream;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.ReplayGuard;
import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import dev.switchboard.webhooks.messages.Content;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Our side of each work, as a handler would do it; written as the processor writes routers. */
final class Served implements WebhookRouter {
  static final URI BASE = URI.create("https://example.com");
  static final Route<VoiceEvent> EVENT = Route.event("/webhooks/event");

  private static final Ncco CONSTANT = ncco("447700900000");

  private String seen = "";

  static Taken event(byte[] body) {
    CallEvent event = (CallEvent.Completed) VoiceEvent.of(Json.parse(body));
    return new Taken(
        event.uuid().orElse(""), event.from().orElse(""), event.to().orElse(""), event.status());
  }

  static Taken inbound(byte[] body) {
    InboundMessage message = InboundMessage.of(Json.parse(body));
    String text = message.content() instanceof Content.Text words ? words.text() : "";
    return new Taken(message.messageUuid(), message.from(), message.to(), text);
  }

  /** Three actions, the first with a text of this call, written for a base URL. */
  static byte[] write(String caller) {
    return ncco(caller).writeBytes(BASE);
  }

  /** The same as a value that the app keeps. */
  static byte[] writeConstant() {
    return CONSTANT.writeBytes(BASE);
  }

  private static Ncco ncco(String caller) {
    return Ncco.of(
        talk("Hello " + caller + "."),
        stream("https://example.com/music.mp3"),
        connect(phone("447700900001")));
  }

  /** An engine that checks signatures with this secret. */
  static Webhooks signed(String secret) {
    return engine(settings().secret(secret));
  }

  /** An engine that checks none. */
  static Webhooks unsigned() {
    return engine(settings().insecure());
  }

  private static WebhookSettings settings() {
    // One request is served over and over, which a guard would answer without serving it.
    return WebhookSettings.of(BASE).replayGuard(new NoGuard());
  }

  private static Webhooks engine(WebhookSettings settings) {
    return Webhooks.of(settings, new Served());
  }

  /** Serves a request; the status of the answer. */
  static int serve(Webhooks engine, WebhookRequest request) {
    return engine.handle(request).toCompletableFuture().join().status();
  }

  @Override
  public String app() {
    return "com.example.App";
  }

  @Override
  public List<Route<?>> routes() {
    return List.of(EVENT);
  }

  @Override
  public Reply dispatch(Route<?> route, WebhookRequest request) {
    VoiceEvent event = VoiceEvent.read(request);
    if (event instanceof CallEvent.Completed completed) {
      seen = completed.uuid().orElse(seen);
      return Reply.done();
    }
    return Reply.unhandled(event);
  }

  private static final class NoGuard implements ReplayGuard {
    @Override
    public boolean isUsed(String tokenId) {
      return false;
    }

    @Override
    public void use(String tokenId, Duration keep) {
      // forgotten at once
    }
  }
}
