package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.audio.Sound;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.time.Absence;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Legs that are websockets: dials the app, and carries sound and keys. Used from the loop alone. */
final class Websockets {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final Loop loop;
  private final Deliveries deliveries;
  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "switchboard-sandbox-websocket");
    thread.setDaemon(true);
    return thread;
  });
  private @Nullable HttpClient client;
  private Consumer<Leg> disconnected = leg -> {};

  Websockets(Loop loop, Deliveries deliveries) {
    this.loop = loop;
    this.deliveries = deliveries;
  }

  /** Who is told of each leg whose app has closed its websocket. */
  void whenDisconnected(Consumer<Leg> listener) {
    disconnected = listener;
  }

  static boolean isOne(Json endpoint) {
    return endpoint.text("type").orElse("").equals("websocket");
  }

  /**
   * Opens the websocket of a leg.
   *
   * @param endpoint of the NCCO, with its authorization
   * @param then told {@code answered}; {@code failed} where the app refused, {@code unanswered} where nobody is there
   */
  void dial(Leg leg, Json endpoint, Duration longest, Consumer<String> then) {
    URI uri;
    try {
      uri = URI.create(leg.to);
      Line line = new Line(loop, leg, rate(endpoint), disconnected);
      WebSocket.Builder builder = client()
          .newWebSocketBuilder()
          .connectTimeout(longest.compareTo(LONGEST_CONNECT) < 0 ? longest : LONGEST_CONNECT);
      authorize(leg, endpoint.get("authorization"), uri, builder);
      Absence absence = loop.leave();
      // Its end is told on the loop, whatever it is.
      CompletableFuture<WebSocket> unused = builder
          .buildAsync(uri, line)
          .whenComplete((socket, failure) -> {
            loop.execute(() -> opened(leg, line, socket, failure, then));
            absence.end();
          });
    } catch (IllegalArgumentException noAddress) {
      leg.log.note("no address of a websocket: " + leg.to);
      then.accept("failed");
    }
  }

  private static void opened(
      Leg leg,
      Line line,
      @Nullable WebSocket socket,
      @Nullable Throwable failure,
      Consumer<String> then) {
    if (socket == null) {
      Throwable cause = Objects.requireNonNull(failure);
      while (cause.getCause() != null && !(cause instanceof WebSocketHandshakeException)) {
        cause = cause.getCause();
      }
      boolean refused = cause instanceof WebSocketHandshakeException;
      leg.log.note(
          cause instanceof WebSocketHandshakeException handshake
              ? "the websocket was refused with HTTP " + handshake.getResponse().statusCode()
              : "the websocket cannot be opened: nothing answers at " + leg.to);
      then.accept(refused ? "failed" : "unanswered");
    } else if (leg.isOver()) {
      socket.abort();
    } else {
      leg.line = line;
      then.accept("answered");
      line.open(socket, opening(leg));
    }
  }

  private void authorize(Leg leg, Json authorization, URI uri, WebSocket.Builder builder) {
    switch (authorization.text("type").orElse("")) {
      case "vonage" -> {
        String path =
            uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        WebhookRequest handshake = WebhookRequest.of("GET", path, query, Map.of(), new byte[0]);
        builder.header("Authorization", "Bearer " + deliveries.token(leg.applicationId, handshake));
      }
      case "custom" ->
        builder.header("Authorization", authorization.text("value").orElse(""));
      default -> {
        // Anybody may open such a websocket.
      }
    }
  }

  private static Json opening(Leg leg) {
    Json opening = Json.object(
        "event",
        "websocket:connected",
        "content-type",
        leg.endpoint.text("content-type").orElse("audio/l16;rate=16000"));
    for (Map.Entry<String, Json> header : leg.endpoint.get("headers").members().entrySet()) {
      opening = opening.with(header.getKey(), header.getValue());
    }
    return opening;
  }

  private static int rate(Json endpoint) {
    String type = endpoint.text("content-type").orElse("");
    return List.of(8_000, 24_000).stream()
        .filter(rate -> type.endsWith("rate=" + rate))
        .findFirst()
        .orElse(16_000);
  }

  /** A key goes to every websocket in the conversation; tells whether there is one. */
  boolean key(Leg leg, char key) {
    List<Line> lines = lines(leg);
    lines.forEach(line -> line.key(key));
    return !lines.isEmpty();
  }

  /** Whether a websocket hears what this leg says. */
  boolean hears(Leg leg) {
    return !lines(leg).isEmpty();
  }

  private static List<Line> lines(Leg leg) {
    return leg.conversation
        .listeners(leg)
        .flatMap(each -> Stream.ofNullable(each.line))
        .toList();
  }

  /** The person at a leg makes sound, at the pace of a call. */
  void speak(Leg leg, Sound sound) {
    leg.speaking++;
    speak(leg, sound, loop.now(), 0);
  }

  private void speak(Leg leg, Sound sound, Instant start, int tick) {
    if (tick >= sound.frames() || leg.isOver()) {
      leg.speaking--;
      return;
    }
    Sound piece = Sound.of(sound.rate(), sound.frame(tick));
    lines(leg).forEach(line -> line.sound(piece.at(line.rate()).frame(0)));
    Instant at = start.plus(Sound.FRAME.multipliedBy(tick));
    leg.conversation.recordings().forEach(each -> each.hears(leg, at, piece));
    loop.after(Sound.FRAME, () -> speak(leg, sound, start, tick + 1));
  }

  private HttpClient client() {
    HttpClient present = client;
    if (present == null) {
      present = HttpClient.newBuilder().executor(threads).build();
      client = present;
    }
    return present;
  }

  /** Drops every websocket. */
  void close() {
    threads.shutdownNow();
  }
}
