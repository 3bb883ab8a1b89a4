package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.Route;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Call instructions: immutable, never empty, free of any host. Import its methods statically to write them down.
 * {@code wait} and {@code notify} are called {@link #waitFor} and {@link #notifyAt}, because Object's methods of those
 * names hide static imports everywhere.
 */
public final class Ncco {
  private static final Set<String> URLS =
      Set.of("eventUrl", "streamUrl", "url", "musicOnHoldUrl", "ringbackTone");

  private final List<Action> actions;

  private Ncco(List<Action> actions) {
    this.actions = actions;
  }

  /** One action after the other. */
  public static Ncco of(Step first, Step... more) {
    return new Ncco(Stream.concat(Stream.of(first), Stream.of(more))
        .flatMap(s -> s.actions().stream())
        .toList());
  }

  /** Speaks a text. */
  public static TalkAction talk(String text) {
    return new TalkAction(Json.object("action", "talk", "text", text));
  }

  /** Listens; say to what: {@code input().digits(1)}, {@code input().speech(speech())}. */
  public static InputAction.Start input() {
    return new InputAction.Start();
  }

  /** How to listen to speech. */
  public static Speech speech() {
    return new Speech(Json.object());
  }

  /** Records. */
  public static RecordAction record() {
    return new RecordAction(Json.object("action", "record"));
  }

  /** Adds a leg. */
  public static ConnectAction connect(Endpoint endpoint) {
    return new ConnectAction(
        Json.object("action", "connect", "endpoint", List.of(endpoint.json())));
  }

  /** A telephone. */
  public static Endpoint phone(String number) {
    return new Endpoint(Json.object("type", "phone", "number", number));
  }

  /** Pauses: the action {@code wait}. */
  public static WaitAction waitFor(Duration time) {
    return new WaitAction(
        Json.object("action", "wait", "timeout", Math.toIntExact(time.toSeconds())));
  }

  /** Calls a URL of the app: the action {@code notify}. */
  public static NotifyAction notifyAt(Route<? extends Payload> route, Map<String, ?> payload) {
    Json body = Json.object();
    for (Map.Entry<String, ?> member : new TreeMap<>(payload).entrySet()) {
      body = body.with(member.getKey(), member.getValue());
    }
    return new NotifyAction(
        Json.object("action", "notify", "payload", body).with("eventUrl", List.of(route.target())));
  }

  /** The actions in order. */
  public List<Action> actions() {
    return actions;
  }

  /** As it goes over the wire: every path made absolute. */
  public String write(URI baseUrl) {
    return Json.array(actions.stream()
            .map(action -> absolute(action.json().toJava(), false, baseUrl))
            .toList())
        .write();
  }

  private static @Nullable Object absolute(@Nullable Object value, boolean url, URI baseUrl) {
    if (value instanceof Map<?, ?> members) {
      Json copy = Json.object();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        String name = (String) member.getKey();
        copy = copy.with(name, absolute(member.getValue(), URLS.contains(name), baseUrl));
      }
      return copy;
    }
    if (value instanceof List<?> items) {
      return Json.array(items.stream().map(item -> absolute(item, url, baseUrl)).toList());
    }
    return url && value instanceof String path && path.startsWith("/") ? baseUrl + path : value;
  }
}
