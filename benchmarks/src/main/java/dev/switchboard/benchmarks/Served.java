package dev.switchboard.benchmarks;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.stream;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Our side of each work, as a handler would do it; written as the processor writes routers. */
final class Served implements WebhookRouter {
  static final URI BASE = URI.create("https://example.com");
  static final Route<VoiceEvent> EVENT = Route.event("/webhooks/event");

  private static final Ncco CONSTANT = ncco("447700900000");

  private int seen;

  /** Parses an event and takes four fields. */
  static int event(byte[] body) {
    CallEvent event = (CallEvent.Completed) VoiceEvent.of(Json.parse(body));
    return length(event.uuid())
        + length(event.from())
        + length(event.to())
        + event.status().length();
  }

  /** Parses a message and takes three fields and the content. */
  static int inbound(byte[] body) {
    InboundMessage message = InboundMessage.of(Json.parse(body));
    return message.messageUuid().length()
        + message.from().length()
        + (message.content() instanceof dev.switchboard.webhooks.messages.Content.Text text
            ? text.text().length()
            : 0);
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

  private static int length(Optional<String> text) {
    return text.map(String::length).orElse(0);
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
      seen += length(completed.uuid());
      return Reply.done();
    }
    return Reply.unhandled(event);
  }
}
