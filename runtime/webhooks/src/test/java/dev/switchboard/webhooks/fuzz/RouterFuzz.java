package dev.switchboard.webhooks.fuzz;

import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import dev.switchboard.webhooks.WebhookSettings;
import dev.switchboard.webhooks.Webhooks;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import dev.switchboard.webhooks.rtc.RtcEvent;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Any request: the engine answers it, with a status that says whose fault it was, and never with 500. */
public final class RouterFuzz {
  private static final Set<Integer> STATUSES = Set.of(200, 204, 400, 404, 405, 413, 415);
  private static final List<String> METHODS = List.of("POST", "GET", "PUT", "");
  private static final List<String> PATHS =
      List.of("/answer", "/event", "/inbound", "/status", "/rtc", "/nowhere");
  private static final List<String> MEDIA =
      List.of("application/json", "application/json; charset=utf-8", "text/html", "");
  private static final Webhooks WEBHOOKS = Webhooks.of(
      WebhookSettings.of(URI.create("https://example.com")).insecure().maxBodyBytes(4_096),
      new Everything());

  private RouterFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < 3) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(data, 3, data.length);
    WebhookRequest request = WebhookRequest.of(
        pick(METHODS, data[0]),
        pick(PATHS, data[1]),
        new String(rest, StandardCharsets.ISO_8859_1),
        Map.of("Content-Type", List.of(pick(MEDIA, data[2]))),
        rest);
    int status = WEBHOOKS.handle(request).toCompletableFuture().join().status();
    PayloadFuzz.check(STATUSES.contains(status), "answered with " + status);
  }

  private static String pick(List<String> from, byte by) {
    return from.get(Math.floorMod(by, from.size()));
  }

  /** One app with a URL of each kind, whose handlers read what they get. */
  private static final class Everything implements WebhookRouter {
    @Override
    public String app() {
      return "dev.switchboard.fuzz.Everything";
    }

    @Override
    public List<Route<?>> routes() {
      return Route.all(
          Route.answer("/answer"),
          Route.event("/event"),
          Route.inbound("/inbound"),
          Route.status("/status"),
          Route.rtcEvent("/rtc"));
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) {
      Payload payload = switch (route.path()) {
        case "/answer" -> AnswerRequest.read(request);
        case "/event" -> VoiceEvent.read(request);
        case "/inbound" -> InboundMessage.read(request);
        case "/status" -> MessageStatus.read(request);
        default -> RtcEvent.read(request);
      };
      payload.unknownFields();
      return Reply.done();
    }
  }
}
